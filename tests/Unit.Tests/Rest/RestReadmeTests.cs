using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Rest;
using DemoErp;
using Newtonsoft.Json.Linq;
using TsdClient;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestReadmeTests
{
    [TestMethod]
    public async Task The_settings_of_the_readme_read_stock_and_move_it_once()
    {
        await using var erp = DemoErpApp.Build("http://127.0.0.1:0");
        await erp.StartAsync();
        using var connector = new RestConnector(SettingsOfReadme(DemoErpApp.AddressOf(erp)));
        var action = ActionFile.Read(Path.Combine(Root, "samples", "TsdClient", "stock.xml")).Single();
        var move = RestFixture.Call("Stock", "Move", ("item", "00003"), ("from", "03"), ("qty", 0.250m));
        var keyed = new Cleverence.Warehouse.InvokeArgs(move.ConnectorId, move.ClassName, move.MethodName, move.Parameters) { RequestId = "once" };

        await connector.ValueAsync(keyed);
        await connector.ValueAsync(keyed);
        var rest = await connector.ValueAsync(RestFixture.Call(action.ClassName, action.MethodName, (action.Parameters[0].Name, "4600000000031"), ("warehouse", "03")));

        var row = rest.Should().BeOfType<ConnectorTable>().Which.Rows.Should().ContainSingle().Subject;
        ((decimal)row[3]!).ToString(CultureInfo.InvariantCulture).Should().Be("12.250");
    }

    [TestMethod]
    public async Task A_refusal_of_the_accounting_system_reaches_the_operator_in_its_own_words()
    {
        await using var erp = DemoErpApp.Build("http://127.0.0.1:0");
        await erp.StartAsync();
        using var connector = new RestConnector(SettingsOfReadme(DemoErpApp.AddressOf(erp)));

        var error = await connector.ErrorAsync(RestFixture.Call("Stock", "Move", ("item", "00003"), ("from", "03"), ("qty", 99m)));

        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        error.MessageRu.Should().EndWith("отказал: Недостаточно товара: есть 12.500 кг, нужно 99");
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Connectors.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static RestSettings SettingsOfReadme(Uri address)
    {
        var text = File.ReadAllText(Path.Combine(Root, "Connectors", "Rest", "README.md"));
        var start = text.IndexOf("```json", StringComparison.Ordinal) + 7;
        var settings = (JObject)JObject.Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)])["settings"]!;
        settings["baseAddress"] = address.ToString();
        settings["auth"]!["token"] = "the-secret-which-the-host-fills-in";
        return RestFixture.Settings(settings.ToString());
    }
}
