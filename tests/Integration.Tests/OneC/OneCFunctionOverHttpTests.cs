namespace Integration.Tests.OneC;

/// <summary>Functions of 1C called by their names, as Mobile SMARTS does, and the ids by which 1C recognises a repeat.</summary>
[TestClass]
public sealed class OneCFunctionOverHttpTests
{
    private const string Settings = """
        {
          "anyFunction": true, "function": { "enabled": true },
          "methods": [
            { "method": "Остаток", "name": "ОстатокТовара", "function": true, "safety": "Safe", "parameters": [ { "name": "item", "aliases": ["Товар"] }, { "name": "warehouse", "aliases": ["Склад"] } ] },
            { "method": "Остаток наоборот", "name": "ОстатокТовара", "function": true, "parameters": [ { "name": "warehouse", "oneC": "Параметр2" }, { "name": "item" } ] },
            { "method": "Ячейки", "name": "ТаблицаОстатков", "function": true, "resultType": "table", "parameters": [ { "name": "Склад" } ] },
            { "method": "Создать", "name": "СоздатьДокумент" }, { "method": "Создать с ключом", "name": "СоздатьДокумент", "safety": "Keyed" } ]
        }
        """;

    private const string Jobs = """[ { "id": "моя", "name": "Моя функция", "call": "OneC_8_Connector: МояФункция", "period": "00:00:01" } ]""";

    private static OneCServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await OneCServer.StartAsync(Settings, jobs: Jobs);

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DataRow("Остаток", "{\"item\":\"А-1\",\"warehouse\":\"Главный\"}")]
    [DataRow("Остаток", "{\"Склад\":\"Главный\",\"Товар\":\"А-1\"}")]
    [DataRow("Остаток", "[\"А-1\",\"Главный\"]")]
    [DataRow("Остаток наоборот", "[\"Главный\",\"А-1\"]")]
    [DataRow("ОстатокТовара", "[\"А-1\",\"Главный\"]")]
    [DataRow("ОстатокТовара", "{\"Параметр2\":\"Главный\",\"Параметр1\":\"А-1\"}")]
    [DataRow("ВызовПроизвольнойФункции", "{\"ИмяФункции\":\"ОстатокТовара\",\"Параметр1\":\"А-1\",\"Параметр2\":\"Главный\"}")]
    [DataRow("вызовпроизвольнойфункции", "{\"имяфункции\":\"ОстатокТовара\",\"параметр1\":\"А-1\",\"параметр2\":\"Главный\"}")]
    [DataRow("ВызовПроизвольнойФункции", "[\"ОстатокТовара\",null,\"А-1\",\"Главный\"]")]
    public async Task Function_is_called_under_natural_and_formal_names(string method, string args)
    {
        var answer = await oneC.CallAsync(method, args);

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetRawText().Should().Be("""{"Товар":"А-1","Склад":"Главный","Количество":8}""");
    }

    [TestMethod]
    [DataRow("Ячейки", "[\"Главный\"]", "table")]
    [DataRow("ТаблицаОстатков", "[\"Главный\"]", "list")]
    [DataRow("ТаблицаОстатков", "{\"Параметр1\":\"Главный\",\"ТипВозвращаемогоЗначения\":\"Cleverence.Warehouse.RowCollection, Cleverence.MobileSMARTS\"}", "table")]
    [DataRow("ВызовПроизвольнойФункции", "{\"ИмяФункции\":\"ТаблицаОстатков\",\"ТипВозвращаемогоЗначения\":\"Cleverence.Warehouse.RowCollection\",\"Параметр1\":\"Главный\"}", "table")]
    [DataRow("Ячейки", "{\"Склад\":\"Главный\",\"ТипВозвращаемогоЗначения\":\"Массив\"}", "list")]
    public async Task Hint_of_the_result_type_decides_what_a_value_table_becomes(string method, string args, string type)
    {
        var answer = await oneC.CallAsync(method, args);

        answer.Status.Should().Be(200, answer.Text);
        answer.Json.GetProperty("type").GetString().Should().Be(type);
    }

    [TestMethod]
    [DataRow("ОстатокТовара", "{\"Товар\":\"А-1\",\"Склад\":\"Главный\"}", "Товар: неизвестен; Склад: неизвестен. Известны: Параметр1")]
    [DataRow("ВызовПроизвольнойФункции", "{\"ИмяФункции\":\"ОстатокТовара\",\"Товар\":\"А-1\"}", "Товар: неизвестен")]
    [DataRow("ВызовПроизвольнойФункции", "{\"Параметр1\":\"А-1\"}", "ИмяФункции: не передан")]
    [DataRow("Остаток", "{\"item\":\"А-1\"}", "warehouse: не передан")]
    [DataRow("Остаток", "{\"item\":\"А-1\",\"warehouse\":\"Г\",\"Параметр3\":1}", "Параметр3: неизвестен")]
    [DataRow("МояФункция", "[1,2,3,4,5,6,7,8,9,10,\"Строка\",12]", "argument 12: неизвестен")]
    public async Task Argument_without_a_formal_parameter_is_refused_and_not_dropped(string method, string args, string words)
    {
        var answer = await oneC.CallAsync(method, args, ("Accept-Language", "ru"));

        answer.Status.Should().Be(400, answer.Text);
        answer.Code.Should().Be("InvalidArguments");
        answer.Message.Should().Contain(words);
    }

    [TestMethod]
    public async Task Ten_parameters_arrive_in_their_order() =>
        (await oneC.CallAsync("ВсеПараметры", """[1,"два",true,4.5,"5","6","7","8","9","десять"]""")).Value.GetRawText().Should().Be("""[1,"два",true,4.5,"5","6","7","8","9","десять"]""");

    [TestMethod]
    public async Task Function_that_1C_does_not_have_is_told_in_its_words()
    {
        var answer = await oneC.CallAsync("НетТакойФункции", "{}", ("Accept-Language", "ru"));

        OneCOutcome.Of(answer).Should().Be("Rejected ONEC_ERROR False");
        answer.Message.Should().Be("1С отказала: Процедура или функция с указанным именем не определена (НетТакойФункции)");
    }

    [TestMethod]
    public async Task Job_in_the_short_form_calls_the_function()
    {
        var runs = await Eventually.BecomesAsync(() => oneC.Server.Client.RunsAsync("моя"), seen => seen.Any(run => run.GetProperty("outcome").GetString() == "Succeeded"));

        runs.Should().Contain(run => run.GetProperty("outcome").GetString() == "Succeeded");
        oneC.Base.Effects.All.Should().Contain("МояФункция");
        (await oneC.Server.Client.GetAsync("/api/v1/jobs")).Text.Should().NotContain("МояФункция'");
    }

    [TestMethod]
    public async Task Two_handhelds_with_one_request_id_have_two_effects()
    {
        var before = Created();
        (string, string?) id = ("X-Request-Id", "1");

        var first = await oneC.Server.Client.InvokeAsync(OneCServer.Id, """{"method":"Создать с ключом","session":{"deviceId":"ТСД-1"}}""", id);
        var second = await oneC.Server.Client.InvokeAsync(OneCServer.Id, """{"method":"Создать с ключом","session":{"deviceId":"ТСД-2"}}""", id);

        first.Status.Should().Be(200, first.Text);
        second.Status.Should().Be(200, second.Text);
        Created().Should().Be(before + 2);
    }

    [TestMethod]
    public async Task Keyed_call_whose_answer_was_lost_is_repeated_and_has_one_effect()
    {
        await using var other = await OneCServer.StartAsync("""{ "retry": { "delay": "00:00:00.05" }, "methods": [ { "method": "Создать", "name": "СоздатьДокумент", "safety": "Keyed" } ] }""");
        other.Base.Faults.Add(Emulators.OneC.FaultKind.BreakAfter, 1, "СоздатьДокумент");

        var answer = await other.CallAsync("Создать");

        answer.Status.Should().Be(200, answer.Text);
        other.Base.Effects.Count.Should().Be(1);
        other.Base.Requests.All.Select(request => request.Headers["X-Operation-Id"].ToString()).Distinct().Should().ContainSingle();
    }

    private static int Created() => oneC.Base.Effects.All.Count(effect => effect == "Создан документ");
}
