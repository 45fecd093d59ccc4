namespace Integration.Tests.Cultures;

/// <summary>The server gives the same answers where the comma is the decimal sign and where the small letter of I has no dot.</summary>
[TestClass]
public sealed class CultureTests
{
    private const string Russian = "ru-RU", Turkish = "tr-TR";
    private static readonly Dictionary<string, ServerProcess> Servers = [];

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        Servers[Russian] = await StartUnderAsync("ru_RU.UTF-8");
        Servers[Turkish] = await StartUnderAsync("tr_TR.UTF-8");
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        foreach (var server in Servers.Values) await server.DisposeAsync();
    }

    [TestMethod]
    [DataRow(Russian)]
    [DataRow(Turkish)]
    public async Task Server_runs_under_the_culture(string culture)
    {
        (await Servers[culture].Client.InvokeAsync("WIRE", """{"method":"Culture"}""")).Value.GetString().Should().Be(culture);
    }

    [TestMethod]
    [DataRow(Russian, "[1.5,2.25]", "3.75")]
    [DataRow(Russian, "[\"1234567.891\",\"0.009\"]", "1234567.900")]
    [DataRow(Turkish, "[1.5,2.25]", "3.75")]
    [DataRow(Turkish, "{\"A\":\"1234567.891\",\"B\":\"0.009\"}", "1234567.900")]
    public async Task Decimals_are_read_and_written_with_a_dot(string culture, string args, string sum)
    {
        (await Servers[culture].Client.InvokeAsync("Good", $$"""{"method":"ADD","args":{{args}}}""")).Text.Should().Contain($"\"type\":\"decimal\",\"value\":{sum},");
    }

    [TestMethod]
    [DataRow(Russian)]
    [DataRow(Turkish)]
    public async Task Comma_is_no_decimal_sign_anywhere(string culture)
    {
        var answer = await Servers[culture].Client.InvokeAsync("Good", """{"method":"Add","args":["1,5",1]}""");

        answer.Code.Should().Be("InvalidArguments");
        answer.Message.Should().Contain("a: '1,5' is not a number");
    }

    [TestMethod]
    [DataRow(Russian, "dateTime", "2026-05-31T14:03:00")]
    [DataRow(Russian, "dateTimeOffset", "2026-05-31T14:03:00+03:00")]
    [DataRow(Turkish, "dateTime", "2026-05-31T14:03:00")]
    [DataRow(Turkish, "dateTimeOffset", "2026-05-31T14:03:00+03:00")]
    public async Task Dates_come_back_as_they_went(string culture, string type, string value)
    {
        var answer = await Servers[culture].Client.InvokeAsync("Wire", $$$"""{"method":"Echo","args":[{"$type":"{{{type}}}","value":"{{{value}}}"}]}""");

        answer.Json.GetProperty("type").GetString().Should().Be(type);
        answer.Value.GetString().Should().Be(value);
    }

    [TestMethod]
    [DataRow(Russian)]
    [DataRow(Turkish)]
    public async Task Names_with_i_are_found_whatever_their_case(string culture)
    {
        var stream = await Servers[culture].Client.InvokeAsync("WIRE", """{"method":"stream","args":{"COUNT":2,"FAILAT":7}}""");
        var ping = await Servers[culture].Client.InvokeAsync("HANGING INVENTORY", """{"method":"PING"}""");
        var alias = await Servers[culture].Client.InvokeAsync("wire", """{"method":"ВЕРНУТЬ ЗНАЧЕНИЕ","args":{"ЗНАЧЕНИЕ":"ıİiI"}}""");

        stream.Json.GetProperty("rows").GetArrayLength().Should().Be(2, stream.Text);
        ping.Value.GetString().Should().Be("pong");
        alias.Value.GetString().Should().Be("ıİiI");
    }

    [TestMethod]
    [DataRow(Russian)]
    [DataRow(Turkish)]
    public async Task Cyrillic_names_with_spaces_are_found_whatever_their_case(string culture)
    {
        var answer = await Servers[culture].Client.InvokeAsync("главный склад", """{"class":"СКЛАД","method":"получить остаток","args":{"КОД ТОВАРА":"00-01","количество":2}}""");
        var alias = await Servers[culture].Client.InvokeAsync("Главный склад", """{"class":"Склад","method":"GETREST","args":["00-02",3]}""");

        answer.Value.GetString().Should().Be("Дальний: 00-01 × 2", answer.Text);
        alias.Value.GetString().Should().Be("Дальний: 00-02 × 3");
    }

    [TestMethod]
    [DataRow(Russian)]
    [DataRow(Turkish)]
    public async Task Settings_and_tables_of_a_classic_connector_are_right(string culture)
    {
        var answer = await Servers[culture].Client.InvokeAsync("Classic", """{"method":"ОстатокПоШтрихкоду","args":{"Штрихкод":"4600000000024"}}""");

        answer.Value.GetProperty("rows").GetRawText().Should().Be("""[["B-01-3",12.5,false]]""");
    }

    [TestMethod]
    [DataRow(Russian)]
    [DataRow(Turkish)]
    public async Task Jobs_and_documents_are_kept_as_given(string culture)
    {
        var client = Servers[culture].Client;
        await client.PostAsync("/api/v1/documents", """{"id":"Приход I","documentTypeName":"Приёмка","сумма":10.50,"items":[{"quantity":0.125}]}""");

        var document = await client.GetAsync("/api/v1/documents/" + Uri.EscapeDataString("Приход I"));
        var runs = await Eventually.BecomesAsync(() => client.RunsAsync("Инвентаризация I"), seen => seen.Any(run => run.GetProperty("outcome").GetString() == "Succeeded"));

        document.Text.Should().Contain("\"сумма\":10.50").And.Contain("\"quantity\":0.125");
        runs.Should().Contain(run => run.GetProperty("outcome").GetString() == "Succeeded");
    }

    private static Task<ServerProcess> StartUnderAsync(string locale) => ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = """
            { "connectors": [
                { "id": "Wire", "type": "WIRE" },
                { "id": "Good", "type": "good", "timeout": "00:00:10.5", "settings": { "mode": "PLAIN", "port": 8080, "nested": { "NAME": "i" } } },
                { "id": "hanging inventory", "type": "HANGING" },
                { "id": "Главный склад", "type": "СКЛАДСКОЙ учёт", "settings": { "название": "Дальний" } },
                { "id": "Classic", "type": "classicdemoconnector", "settings": { "MINIMUMSTOCK": "12.5" } } ] }
            """,
        Jobs = """{ "jobs": [ { "id": "Инвентаризация I", "name": "Инвентаризация I", "call": "главный склад: ПРИВЕТ МИР. кто там", "period": "0:0:1" } ] }""",
        Plugins = [Built.Plugin("Wire"), Built.Plugin("Good"), Built.Plugin("Hanging"), Built.Plugin("Кириллица")],
        Variables = new Dictionary<string, string> { ["LANG"] = locale, ["LC_ALL"] = locale, ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" },
    });
}
