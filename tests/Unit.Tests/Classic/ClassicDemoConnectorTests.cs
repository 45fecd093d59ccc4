using Cleverence.Connectivity;
using Cleverence.Connectivity.ClassicDemo;
using Cleverence.Warehouse;

namespace Unit.Tests.Classic;

/// <summary>The sample, through the adapter.</summary>
[TestClass]
public sealed class ClassicDemoConnectorTests
{
    [TestMethod]
    public void A_device_sees_the_cells_of_a_barcode()
    {
        var door = Door.Open<ClassicDemoConnector>("""{"settings":{"MinimumStock":"40"}}""");

        var table = (ConnectorTable)door.Device("ОстатокПоШтрихкоду", ("Штрихкод", "4600000000017"))!;

        table.Columns.Select(column => column.Name).Should().Equal("Ячейка", "Количество", "Мало");
        table.Rows.Should().SatisfyRespectively(
            row => row.Should().Equal("A-01-1", 120m, false),
            row => row.Should().Equal("A-02-1", 36m, true));
        ((ConnectorTable)door.Call(CallOrigin.Device, "Stock", "GetByBarcode", [("Штрихкод", "нет")])!).Rows.Should().BeEmpty();
    }

    [TestMethod]
    public void A_card_is_a_record()
    {
        var card = (ConnectorRecord)Door.Open<ClassicDemoConnector>().Device("КарточкаТовара", ("Штрихкод", "4600000000017"))!;

        card["Наименование"].Should().Be("Вода питьевая 0,5 л");
        card["Ячейки"].Should().BeEquivalentTo(new[] { "A-01-1", "A-02-1" });
    }

    [TestMethod]
    public void Events_and_the_job_do_their_work()
    {
        var door = Door.Open<ClassicDemoConnector>();
        door.Documents.Kept["D"] = new StoredDocument("D", "", new ConnectorRecord { { "id", "D" }, { "currentItems", new List<object?> { new ConnectorRecord { { "productId", "00-02" }, { "currentQuantity", 3L } } } } });

        door.Event("ДокументЗавершен", "D", "u").Should().Be(true);
        door.Documents.Kept.Should().BeEmpty();
        var packed = (ConnectorRecord)door.Event("ПолучитьТовар", "4600000000024", "", "u", 1L)!;
        ((ConnectorRecord)packed["product"]!)["name"].Should().Be("Батарейка AA");
        ((IReadOnlyList<object?>)door.Event("ПолучитьСписокДокументов", "u", "Инвентаризация")!).Should().ContainSingle();
        door.Call(CallOrigin.Job, "", "ЗагрузитьСправочник", []).Should().Be(3L);
        door.Products.Kept.Keys.Should().BeEquivalentTo("00-01", "00-02");
    }

    [TestMethod]
    public void The_assembly_follows_the_vendors_file_pattern() =>
        typeof(ClassicDemoConnector).Assembly.GetName().Name.Should().Be("Cleverence.Connectivity.ClassicDemo");
}
