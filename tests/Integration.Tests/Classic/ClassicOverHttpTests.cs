namespace Integration.Tests.Classic;

/// <summary>A connector written the old way, called as any other.</summary>
[TestClass]
public sealed class ClassicOverHttpTests
{
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = """
            { "connectors": [
                { "id": "Учёт", "type": "ClassicDemoConnector", "timeout": 30000, "settings": { "MinimumStock": "50.5" } },
                { "id": "Vendor", "type": "VendorConnector", "settings": { "Prefix": "имя" } } ] }
            """,
        Events = """{ "documentCompleted": ["Учёт:ДокументЗавершен"] }""",
        Plugins = [Built.Plugin("Vendor")],
    });

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    [DataRow("""{"method":"ОстатокПоШтрихкоду","args":{"Штрихкод":"4600000000017"}}""")]
    [DataRow("""{"class":"Stock","method":"GetByBarcode","args":{"Штрихкод":"4600000000017"}}""")]
    [DataRow("""{"method":"Stock.GetByBarcode","args":{"штрихкод":4600000000017}}""")]
    public async Task Rows_come_back_as_a_table_by_method_and_by_class(string body)
    {
        var answer = await server.Client.InvokeAsync("Учёт", body);

        answer.Json.GetProperty("type").GetString().Should().Be("table", answer.Text);
        answer.Value.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).Should().Equal("Ячейка", "Количество", "Мало");
        answer.Value.GetProperty("rows").GetRawText().Should().Be("""[["A-01-1",120.0,false],["A-02-1",36.0,true]]""");
    }

    [TestMethod]
    public async Task Tree_comes_back_as_a_record()
    {
        var card = await server.Client.InvokeAsync("Учёт", """{"method":"КарточкаТовара","args":{"Штрихкод":"4600000000017"}}""");

        card.Value.GetProperty("Наименование").GetString().Should().Be("Вода питьевая 0,5 л");
        card.Value.GetProperty("Ячейки").EnumerateArray().Select(cell => cell.GetString()).Should().Equal("A-01-1", "A-02-1");
    }

    [TestMethod]
    public async Task Session_of_the_call_is_the_ServerSession_of_the_connector()
    {
        await server.Client.InvokeAsync("Учёт", """{"method":"ОстатокПоШтрихкоду","args":{"Штрихкод":"0"},"session":{"userId":"Иванов И. И."}}""");

        var log = await Eventually.BecomesAsync(() => Task.FromResult(server.Log), text => text.Contains("Иванов И. И."));
        log.Should().Contain("Остаток 0 для Иванов И. И.: строк 0");
    }

    [TestMethod]
    public async Task Finished_document_of_a_device_is_handled_and_removed_by_the_connector()
    {
        const string document = """{"id":"Факт 1","documentTypeName":"Инвентаризация","finished":true,"currentItems":[{"productId":"00-02","currentQuantity":7.5}]}""";

        var saved = await server.Client.PostAsync("/api/v1/documents", document);
        var gone = await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/documents/" + Uri.EscapeDataString("Факт 1")), answer => answer.Status == 404);
        var stock = await server.Client.InvokeAsync("Учёт", """{"method":"ОстатокПоШтрихкоду","args":{"Штрихкод":"4600000000024"}}""");

        saved.Status.Should().Be(200, saved.Text);
        gone.Status.Should().Be(404, "the connector removes what it has handled");
        stock.Value.GetProperty("rows")[0][1].GetRawText().Should().Be("7.5");
    }

    [TestMethod]
    public async Task Document_that_a_connector_stores_is_read_over_http()
    {
        await server.Client.InvokeAsync("Vendor", """{"method":"SaveDocument","args":["Приход №5"],"session":{"userId":"Петров"}}""");

        var document = await server.Client.GetAsync("/api/v1/documents/" + Uri.EscapeDataString("Приход №5"));
        var list = await server.Client.GetAsync("/api/v1/documents");

        document.Status.Should().Be(200, document.Text);
        document.Text.Should().Contain("Приёмка").And.Contain("Петров");
        list.Text.Should().Contain("Приход №5");
    }

    [TestMethod]
    public async Task Catalogue_is_loaded_and_an_unknown_method_is_null_with_a_warning()
    {
        var loaded = await server.Client.InvokeAsync("Учёт", """{"method":"ЗагрузитьСправочник"}""");
        var unknown = await server.Client.InvokeAsync("Учёт", """{"method":"НетТакого"}""");
        var log = await Eventually.BecomesAsync(() => Task.FromResult(server.Log), text => text.Contains("НетТакого"));

        loaded.Value.GetInt32().Should().Be(3);
        unknown.Status.Should().Be(200);
        unknown.Json.GetProperty("type").GetString().Should().Be("null");
        log.Should().Contain("НетТакого").And.Contain("Загружено строк остатков: 3");
    }
}
