using System.Xml.Linq;
using Cleverence.DataCollection.Xml;
using Cleverence.Warehouse;

namespace Unit.Tests.Compatibility;

[TestClass]
public sealed class XmlSerializerTests
{
    private static readonly XNamespace Clr = "http://schemas.cleverence.ru/clr";

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void A_document_comes_back_as_it_was(string culture)
    {
        Culture.Use(culture);
        var serializer = new XmlSerializer();
        var document = SampleDocument.Make();

        var read = (Document)serializer.Deserialize(serializer.Serialize(document));

        read.Should().BeEquivalentTo(document, options => options.IgnoringCyclicReferences());
        read.CurrentItems[0].BindedLine.Should().BeSameAs(read.DeclaredItems[0]);
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void The_text_follows_the_conventions_of_the_field(string culture)
    {
        Culture.Use(culture);
        var xml = new XmlSerializer().Serialize(SampleDocument.Make());

        xml.Should().StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>").And.Contain("xmlns:clr=\"http://schemas.cleverence.ru/clr\"");
        var root = XDocument.Parse(xml.Replace("&#x1D;", "", StringComparison.Ordinal)).Root!;
        root.Name.LocalName.Should().Be("Document");
        root.Attribute("finished")!.Value.Should().Be("True");
        root.Attribute("createDate")!.Value.Should().Be("2026-05-31T14:03:00.0000000");
        root.Attribute("documentTypeName")!.Value.Should().Be("Приход");
        var sum = root.Element("Fields")!.Elements("FieldValue").Single(field => field.Attribute("fieldName")!.Value == "Сумма").Element("Value")!;
        (sum.Value, sum.Attribute(Clr + "Type")!.Value).Should().Be(("1234.50", "Decimal"));
        root.Element("States")!.Element("DocumentState")!.Attribute("processingTime")!.Value.Should().Be("01:02:03");
        var line = root.Element("CurrentItems")!.Element("DocumentItem")!;
        (line.Attribute("currentQuantity")!.Value, line.Attribute("blUid")!.Value, line.Attribute("productId")!.Value).Should().Be(("4.5", "p1", "001"));
    }

    [TestMethod]
    public void A_document_of_the_field_is_read_under_either_platforms_names()
    {
        const string xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <Document xmlns:clr="http://schemas.cleverence.ru/clr" id="1" finished="true" createDate="0001-01-01T00:00:00.0000000" priority="" somethingNew="x">
              <Fields capacity="4" count="1"><FieldValue fieldName="Дата"><Value clr:Type="System.DateTime">2026-01-02T03:04:05.0000000</Value></FieldValue></Fields>
              <ExpectedLines isLazy="False" lazyCount="0"><DocumentItem uid="a" inventoryItemId="10" unitOfMeasureId="pcs" expectedQuantity="2.5" /></ExpectedLines>
              <ActualLines><DocumentItem uid="b" inventoryItemId="10" actualQuantity="1" blUid="a" /></ActualLines>
              <Unknown><Thing /></Unknown>
            </Document>
            """;

        var document = (Document)new XmlSerializer().Deserialize(xml);

        document.Finished.Should().BeTrue();
        document.CreateDate.Should().Be(DateTime.MinValue);
        document.GetField("Дата").Should().Be(new DateTime(2026, 1, 2, 3, 4, 5));
        document.DeclaredItems[0].ProductId.Should().Be("10");
        document.DeclaredItems[0].DeclaredQuantity.Should().Be(2.5m);
        document.CurrentItems[0].BindedLine.Should().BeSameAs(document.DeclaredItems[0]);
    }

    [TestMethod]
    public void A_type_of_ones_own_is_read_after_it_was_added()
    {
        var serializer = new XmlSerializer();
        var order = new Order { Number = 7, Total = 10.5m, Placed = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), Note = null, Anything = 5L };
        order.Lines.Add(new OrderLine { Sku = "A", Flags = Kinds.Two });
        var xml = serializer.Serialize(order);

        var unknown = () => serializer.Deserialize(xml);
        unknown.Should().Throw<FormatException>().WithMessage("'Order' is not a known type*TypeProvider.Add*");
        serializer.TypeProvider.Add(typeof(Order));

        serializer.Deserialize(xml).Should().BeEquivalentTo(order);
    }

    [TestMethod]
    public void The_configuration_type_token_is_accepted()
    {
        var serializer = new XmlSerializer();
        serializer.TypeProvider.Add(typeof(Cleverence.Warehouse.Environment));

        var read = (Cleverence.Warehouse.Environment)serializer.Deserialize("<Environment name=\"Склад\" />");

        read.Name.Should().Be("Склад");
    }

    [TestMethod]
    public void A_packed_product_carries_its_product_and_packing()
    {
        var product = new Product { Id = "1", Name = "Вода" };
        product.Packings.Add(new Packing { Id = "шт", UnitsQuantity = 1 });
        var serializer = new XmlSerializer();

        var xml = serializer.Serialize(new PackedProduct { Product = product, Packing = product.Packings[0], Quantity = 2 });
        var read = (PackedProduct)serializer.Deserialize(xml);

        xml.Should().Contain("productId=\"1\"").And.NotContain("InventoryItem").And.NotContain("UnitOfMeasure");
        (read.InventoryItem!.Name, read.Packing!.UnitsQuantity, read.Quantity).Should().Be(("Вода", 1m, 2m));
    }

    [TestMethod]
    public void Streams_and_text_writers_carry_the_same_object()
    {
        var serializer = new XmlSerializer();
        var rows = new RowCollection { new Row { ["Имя"] = "İı", ["Пусто"] = null, ["Код"] = Guid.Empty } };
        using var stream = new MemoryStream();
        using var writer = new StringWriter();

        serializer.Serialize(stream, rows);
        serializer.Serialize(writer, rows);
        stream.Position = 0;

        serializer.Deserialize(stream).Should().BeEquivalentTo(rows);
        using var reader = new StringReader(writer.ToString());
        serializer.Deserialize(reader).Should().BeEquivalentTo(rows);
    }

    [TestMethod]
    public void The_session_xml_of_events_can_be_read()
    {
        var serializer = new XmlSerializer();
        var session = new ServerSession { DeviceInfo = new DeviceInfo { UserId = "u", Document = new DocumentDescription { Id = "D" } } };
        session.DeviceInfo.Document.SetField("Поставщик", "Ромашка");

        var read = (ServerSession)serializer.Deserialize(serializer.Serialize(session));

        read.DeviceInfo.Document!.GetField("Поставщик").Should().Be("Ромашка");
        read.DeviceInfo.UserId.Should().Be("u");
    }

    [TestMethod]
    public void A_wrong_value_names_its_attribute_and_element()
    {
        var reading = () => new XmlSerializer().Deserialize("<DocumentItem declaredQuantity=\"1,5\" />");

        reading.Should().Throw<FormatException>().WithMessage("Attribute declaredQuantity of <DocumentItem>: '1,5' is not a Decimal.");
    }

    [TestMethod]
    public void A_document_type_declaration_is_refused()
    {
        var reading = () => new XmlSerializer().Deserialize("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Row>&e;</Row>");

        reading.Should().Throw<System.Xml.XmlException>();
    }

    [TestMethod]
    public void A_cycle_is_refused()
    {
        var order = new Order();
        order.Parent = order;

        var writing = () => new XmlSerializer().Serialize(order);

        writing.Should().Throw<InvalidOperationException>().WithMessage("*contains itself*");
    }

    public enum Kinds
    {
        One,
        Two,
    }

    public sealed class Order
    {
        public int Number { get; set; }

        public decimal Total { get; set; }

        public DateTime Placed { get; set; }

        public string? Note { get; set; }

        public object? Anything { get; set; }

        public Order? Parent { get; set; }

        public List<OrderLine> Lines { get; } = [];
    }

    public sealed class OrderLine
    {
        public string Sku { get; set; } = "";

        public Kinds Flags { get; set; }
    }
}
