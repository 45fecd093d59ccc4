using Cleverence.Connectivity;
using Cleverence.Connectivity.NewerWeb;
using Cleverence.Connectivity.OldOneC;
using Cleverence.Warehouse;
using Unit.Tests.Compatibility;

namespace Unit.Tests.Classic;

/// <summary>Two sources written for the original, compiled as they are, called through the adapter.</summary>
[TestClass]
public sealed class OldSourcesTests
{
    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public void A_device_call_computes_with_named_arguments_under_any_culture(string culture)
    {
        Culture.Use(culture);
        var door = Door.Open<OldOneCConnector>("""{"settings":{"markup":"0.5","USECACHE":true,"port":"8080"}}""");

        door.Device("Цена", ("количество", 2L), ("Скидка", 1.25m)).Should().Be(20.25m);
    }

    [TestMethod]
    public void Arguments_arrive_in_the_types_of_the_field()
    {
        var door = Door.Open<OldOneCConnector>();

        var types = door.Device("ТипыАргументов", ("a", 1L), ("b", 5_000_000_000L), ("c", DateTimeOffset.UnixEpoch), ("d", new ConnectorRecord()), ("e", new ConnectorTable([], [])), ("f", 1.5m), ("g", null), ("h", true));

        types.Should().Be("a=Int32;b=Int64;c=DateTime;d=UEObject;e=RowCollection;f=Decimal;g=null;h=Boolean;");
    }

    [TestMethod]
    public void A_device_passes_one_object_an_event_plain_values_a_job_nothing()
    {
        var door = Door.Open<OldOneCConnector>();

        door.Call(CallOrigin.Device, "", "ЧислоАргументов", [("a", 1L), ("b", 2L)]).Should().Be(1L);
        door.Call(CallOrigin.Device, "", "ЧислоАргументов", [("", 1L), ("", 2L)]).Should().Be(1L);
        door.Call(CallOrigin.Event, "", "ЧислоАргументов", [("", 1L), ("", 2L)]).Should().Be(2L);
        door.Call(CallOrigin.Panel, "", "ЧислоАргументов", [("", 1L), ("", 2L)]).Should().Be(2L);
        door.Call(CallOrigin.Job, "", "ЧислоАргументов", []).Should().Be(0L);
    }

    [TestMethod]
    public void A_class_reaches_the_connector_before_the_method()
    {
        var door = Door.Open<OldOneCConnector>();

        var table = (ConnectorTable)door.Call(CallOrigin.Device, "Товары", "Остатки", [])!;

        table.Columns.Should().Equal(new TableColumn("Номер", ValueKind.Integer), new TableColumn("Вес", ValueKind.Decimal));
        table.Rows[1].Should().Equal(1L, 0.5m);
    }

    [TestMethod]
    public void A_data_table_of_the_connector_stays_its_own()
    {
        var door = Door.Open<OldOneCConnector>();

        var table = (ConnectorTable)door.Device("Прайс")!;

        table.Rows[0].Should().Equal("001", 10.5m, new DateTime(2015, 3, 1));
        table.Rows[1].Should().Equal(new object?[] { "002", null, null });
        ((ConnectorTable)door.Device("Прайс")!).Rows.Should().HaveCount(2);
    }

    [TestMethod]
    public void An_event_works_on_the_servers_documents()
    {
        var door = Door.Open<OldOneCConnector>();
        var plan = new ConnectorRecord { { "uid", "p" }, { "productId", "001" }, { "declaredQuantity", 1L } };
        var fact = new List<object?>
        {
            new ConnectorRecord { { "uid", "c" }, { "blUid", "p" }, { "productId", "001" }, { "currentQuantity", 3L } },
            new ConnectorRecord { { "productId", "002" }, { "actualQuantity", 2L }, { "fields", new ConnectorRecord { { "серия", "БРАК" } } } },
        };
        door.Documents.Kept["D"] = new StoredDocument("D", "Приход", new ConnectorRecord { { "id", "D" }, { "declaredItems", new List<object?> { plan } }, { "currentItems", fact } });

        door.Event("ДокументЗавершен", "D").Should().Be(true);

        var kept = door.Documents.Kept["D"];
        kept.Finished.Should().BeTrue();
        ((ConnectorRecord)kept.Content["fields"]!)["Итого"].Should().Be(3m);
        door.Log.Texts.Should().Contain("Old: Излишек 001");
        door.Event("ДокументЗавершен", "нет такого").Should().Be(false);
    }

    [TestMethod]
    public void A_document_made_by_the_connector_is_a_record_with_its_kind()
    {
        var record = (ConnectorRecord)Door.Open<OldOneCConnector>().Event("ПолучитьДокумент", "u1", "D7", "Приход")!;

        (record["$kind"], record["id"], record["userId"], record["createDate"]).Should().Be(("Document", "D7", "u1", new DateTime(2015, 3, 1, 12, 0, 0)));
        var line = (ConnectorRecord)((IReadOnlyList<object?>)record["declaredItems"]!)[0]!;
        (line["sscc"], line["declaredQuantity"], ((ConnectorRecord)line["fields"]!)["Серия"]).Should().Be(("146000000000000018", 5m, "A1"));
    }

    [TestMethod]
    public void The_session_of_the_caller_is_there_during_its_call_only()
    {
        var door = Door.Open<OldOneCConnector>();
        var caller = new InvokeCaller(CallOrigin.Device) { WarehouseId = "W1", Document = new ConnectorRecord { { "id", "D1" }, { "fields", new ConnectorRecord { { "Поставщик", "Ромашка" } } } } };

        door.Call(new InvokeArgs("Old", "", "Сессия") { Caller = caller }).Should().Be("W1/D1/Ромашка");

        FluentActions.Invoking(ServerSession.Get).Should().Throw<InvalidOperationException>();
    }

    [TestMethod]
    public void The_constructor_may_write_to_the_log() =>
        Door.Open<OldOneCConnector>().Log.Texts.Should().Contain("Old: OldOneCConnector создан");

    [TestMethod]
    public void An_exception_of_the_connector_bubbles_as_it_is()
    {
        var door = Door.Open<OldOneCConnector>();

        FluentActions.Invoking(() => door.Device("Ошибка")).Should().Throw<InvalidOperationException>().WithMessage("Нет связи с 1С");
    }

    [TestMethod]
    public void The_newer_source_answers_with_platform_4_names()
    {
        var door = Door.Open<NewerWebConnector>();

        var packed = (ConnectorRecord)door.Event("GetItem", "A1")!;

        (packed["$kind"], packed["productId"], packed["packingId"], packed["quantity"]).Should().Be(("PackedProduct", "A1", "pcs", 2.5m));
        ((ConnectorRecord)packed["product"]!)["name"].Should().Be("Item A1");
        ((ConnectorRecord)packed["packing"]!)["unitsQuantity"].Should().Be(1m);
        door.Products.Kept["A1"]["name"].Should().Be("Item A1");
        door.Log.Texts.Should().Contain("Old: pcs");
    }

    [TestMethod]
    public void The_newer_source_reads_trees_and_tables_and_plans()
    {
        var door = Door.Open<NewerWebConnector>();
        var request = new ConnectorRecord { { "order", new ConnectorRecord { { "number", 41L } } }, { "lines", new List<object?> { new ConnectorRecord { { "sku", "a" } }, new ConnectorRecord { { "sku", "b" } } } } };
        var rows = new ConnectorTable([new("qty", ValueKind.Decimal)], [[1.5m], [2m]]);
        door.Documents.Kept["D"] = new StoredDocument("D", "", new ConnectorRecord { { "id", "D" }, { "declaredItems", new List<object?> { new ConnectorRecord { { "declaredQuantity", 5L }, { "currentQuantity", 2L } } } } });

        var reply = (ConnectorRecord)door.Device("Reply", ("request", request))!;

        reply["number"].Should().Be(42L);
        reply["@code"].Should().Be(0L);
        reply["line"].Should().BeEquivalentTo(new[] { "a", "b" });
        door.Device("Sum", ("rows", rows)).Should().Be(3.5m);
        door.Event("Plan", "D").Should().Be(3m);
        ((ConnectorRecord)door.Device("Dictionary")!)["b"].Should().BeEquivalentTo(new[] { 1L, 2L });
        ((IReadOnlyList<object?>)door.Device("GetDocuments")!).Should().HaveCount(2);
    }
}
