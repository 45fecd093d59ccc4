using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;

namespace Unit.Tests.Compatibility;

[TestClass]
public sealed class ModelTests
{
    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void A_field_is_found_ignoring_case_and_replaced_not_doubled(string culture)
    {
        Culture.Use(culture);
        var fields = new FieldValueCollection();

        fields.Add("INN", 1);
        fields.Add("inn", 2);

        fields.Should().ContainSingle();
        fields.FindByFieldName("Inn")!.Value.Should().Be(2);
        fields.FindByFieldName("КПП").Should().BeNull();
    }

    [TestMethod]
    public void A_missing_field_is_null()
    {
        var document = new Document();

        document.GetField("нет").Should().BeNull();
        document.SetField("Есть", "да");
        document.GetField("есть").Should().Be("да");
        document.Fields.FindByFieldName("Есть")!.FieldName.Should().Be("Есть");
    }

    [TestMethod]
    public void Rows_keep_their_order_and_columns()
    {
        var rows = new RowCollection();
        var first = new Row();
        first.SetField("N", 1);
        var second = new Row { ["N"] = 2 };

        rows.Add(first);
        rows.AddRange([second]);

        rows.Count.Should().Be(2);
        rows[1].GetField("n").Should().Be(2);
        rows[0]["N"].Should().Be(1);
    }

    [TestMethod]
    public void A_product_is_one_thing_under_both_of_its_names()
    {
        var product = new Product { Id = "1", BasePackingId = "шт" };
        var item = InventoryItem.Of(product);

        item.Name = "Вода";
        item.SetField("Бренд", "X");
        item.UnitsOfMeasure.Add(new Packing { Id = "шт" });

        product.Name.Should().Be("Вода");
        product.GetField("Бренд").Should().Be("X");
        product.Packings.Should().ContainSingle();
        item.BaseUnitOfMeasureId.Should().Be("шт");
        item.Should().Be(product);
    }

    [TestMethod]
    public void A_packing_added_is_seen_under_both_of_its_names()
    {
        var packing = new Packing { Id = "кор", UnitsQuantity = 12 };
        var product = new Product();
        product.Packings.Add(packing);

        UnitOfMeasure unit = product.Packings.FindById("КОР")!;
        unit.Barcode = "46";
        packing.SetField("Вес", 1.5m);

        packing.Barcode.Should().Be("46");
        unit.GetField("Вес").Should().Be(1.5m);
        product.Packings.Contains(packing).Should().BeTrue();
        product.Packings.FindById("нет").Should().BeNull();
    }

    [TestMethod]
    public void A_line_answers_to_the_names_of_both_platforms()
    {
        var line = new DocumentItem { InventoryItemId = "1", UnitOfMeasureId = "шт", ExpectedQuantity = 5, ActualQuantity = 4 };

        (line.ProductId, line.PackingId, line.DeclaredQuantity, line.CurrentQuantity).Should().Be(("1", "шт", 5m, 4m));
    }

    [TestMethod]
    public void A_line_finds_its_product_and_packing_in_the_catalogue()
    {
        using var scope = ClassicScope.Enter(new MemoryHost());
        var product = new Product { Id = "1", Name = "Вода", Marking = "В-1" };
        product.Packings.Add(new Packing { Id = "шт", UnitsQuantity = 1 });
        ProductsBook.Products.Add(product);

        var line = new DocumentItem { ProductId = "1", PackingId = "шт" };

        line.Product!.Marking.Should().Be("В-1");
        line.InventoryItem!.Name.Should().Be("Вода");
        line.Packing!.UnitsQuantity.Should().Be(1);
        line.UnitOfMeasure!.Id.Should().Be("шт");
    }

    [TestMethod]
    public void A_product_given_to_a_line_gives_its_id_and_a_new_id_drops_it()
    {
        var line = new DocumentItem { Product = new Product { Id = "1" }, Packing = new Packing { Id = "шт" } };
        line.ProductId.Should().Be("1");
        line.PackingId.Should().Be("шт");

        line.ProductId = "2";

        line.ProductId.Should().Be("2");
        line.Product.Should().BeNull();
    }

    [TestMethod]
    public void A_bound_line_is_named_by_its_uid()
    {
        var plan = new DocumentItem();
        var fact = new DocumentItem { BindedLine = plan };

        fact.BlUid.Should().Be(plan.Uid).And.NotBeNullOrEmpty();
        fact.Uid.Should().NotBe(plan.Uid);
    }

    [TestMethod]
    public void A_packed_product_is_made_of_two_ids()
    {
        var packed = new PackedProduct("1", "шт") { Quantity = 2.5m };

        (packed.ProductId, packed.PackingId, packed.Quantity).Should().Be(("1", "шт", 2.5m));
        packed.Product.Should().BeNull("no catalogue is there");
    }

    [TestMethod]
    public void A_removed_product_is_gone_from_the_catalogue()
    {
        using var scope = ClassicScope.Enter(new MemoryHost());
        ProductsBook.Products.Add(new Product { Id = "1" });

        ProductsBook.Products.Remove(new Product { Id = "1" }).Should().BeTrue();

        ProductsBook.Products.FindById("1").Should().BeNull();
    }

    [TestMethod]
    public void A_session_is_a_copy_of_what_the_host_knows()
    {
        var host = new MemoryHost { DeviceInfo = new DeviceInfo { WarehouseId = "W", DocumentId = "D", UserId = "u", DeviceId = "t", Document = new DocumentDescription { Id = "D" } } };
        using var scope = ClassicScope.Enter(host);

        var device = ServerSession.Get().DeviceInfo;

        (device.WarehouseId, device.DocumentId, device.UserId, device.DeviceId, device.Document!.Id).Should().Be(("W", "D", "u", "t", "D"));
    }

    [TestMethod]
    public void Plan_and_fact_are_the_same_lines_under_both_names()
    {
        var document = new Document();
        document.ExpectedLines.Add(new DocumentItem());

        document.DeclaredItems.Count.Should().Be(1);
        document.ActualLines.Should().BeSameAs(document.CurrentItems);
    }

    [TestMethod]
    public void A_table_of_a_document_is_found_by_its_name()
    {
        var document = new Document();
        document.Tables.Add("Паллеты").Rows.Add(new Row());

        document.Tables["паллеты"].Should().HaveCount(1);
        document.Tables.Add("Паллеты").Rows.Should().HaveCount(1);
        document.Tables["нет"].Should().BeNull();
    }
}
