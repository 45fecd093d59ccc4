using DemoErp;
using Newtonsoft.Json.Linq;

namespace Integration.Tests.Rest;

/// <summary>The settings of the connector's page before the demo ERP, through the built server.</summary>
[TestClass]
public sealed class RestDemoErpTests
{
    [TestMethod]
    public async Task The_page_of_the_connector_reads_stock_and_moves_it_once()
    {
        await using var erp = DemoErpApp.Build("http://127.0.0.1:0");
        await erp.StartAsync();
        await using var server = await RestServer.StartAsync([EntryOfPage(DemoErpApp.AddressOf(erp))]);
        const string move = """{"class":"Stock","method":"Move","args":{"item":"00003","from":"03","qty":0.250}}""";

        var first = await server.Client.InvokeAsync("Stock", move, ("X-Request-Id", "1"), ("X-Device", "TSD-1"));
        var repeat = await server.Client.InvokeAsync("Stock", move, ("X-Request-Id", "1"), ("X-Device", "TSD-1"));
        var other = await server.Client.InvokeAsync("Stock", move, ("X-Request-Id", "1"), ("X-Device", "TSD-2"));
        var rest = await server.Client.InvokeAsync("Stock", """{"class":"Stock","method":"Остатки","args":{"Товар":"00003","warehouse":"03"}}""");

        (first.Status, repeat.Status, other.Status).Should().Be((200, 200, 200), first.Text);
        rest.Value.GetProperty("rows")[0][3].GetRawText().Should().Be("12.000", "12.500 less two moves of two devices");
    }

    [TestMethod]
    public async Task A_refusal_of_the_demo_erp_reaches_the_operator_in_its_words()
    {
        await using var erp = DemoErpApp.Build("http://127.0.0.1:0");
        await erp.StartAsync();
        await using var server = await RestServer.StartAsync([EntryOfPage(DemoErpApp.AddressOf(erp))]);

        var answer = await server.Client.InvokeAsync("Stock", """{"class":"Stock","method":"Move","args":{"item":"00003","from":"03","qty":99}}""", ("Accept-Language", "ru"));

        (answer.Status, answer.Code).Should().Be((422, "Rejected"), answer.Text);
        answer.Message.Should().EndWith("отказал: Недостаточно товара: есть 12.500 кг, нужно 99");
    }

    private static JObject EntryOfPage(Uri address)
    {
        var text = File.ReadAllText(Path.Combine(Built.Root, "Connectors", "Rest", "README.md"));
        var start = text.IndexOf("```json", StringComparison.Ordinal) + 7;
        var entry = JObject.Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        entry["settings"]!["baseAddress"] = address.ToString();
        entry["settings"]!["auth"]!["token"] = "the-secret";
        return entry;
    }
}
