using System.Globalization;
using System.Text.RegularExpressions;
using Connectors.Hosting;
using Samples.Stock;
using TsdClient;
using Unit.Tests.House;

namespace Unit.Tests.Samples;

/// <summary>What the pages of the samples quote is what the samples are.</summary>
[TestClass]
public sealed class SampleReadmeTests
{
    [TestMethod]
    [DataRow("HelloConnector", "Hello")]
    [DataRow("StockConnector", "Stock")]
    [DataRow("ClassicConnector", "ClassicDemoConnector")]
    public void Entry_on_the_page_is_right_and_of_the_type_in_the_code(string sample, string type)
    {
        var entry = Block(sample, "json");
        var snapshot = new ConnectorsFile("connectors.json", new SecretSource(null), new HashSet<string>()).Parse($"{{\"connectors\":[{entry}]}}");
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", sample), "*.cs").Select(File.ReadAllText));

        snapshot.Problems.Should().BeEmpty();
        snapshot.Connectors.Should().ContainSingle().Which.Options.Type.Should().Be(type);
        code.Should().MatchRegex($"""\[Connector\("{type}"|class {type} : IConnector""");
    }

    [TestMethod]
    public void Action_on_the_page_of_TsdClient_is_the_one_of_its_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Block("TsdClient", "xml"));
        var shown = ActionFile.Read(file).Single();
        File.Delete(file);
        var shipped = ActionFile.Read(Path.Combine(Repository.Root, "samples", "TsdClient", "stock.xml")).Single();

        (shown.Name, shown.ConnectorId, shown.ClassName, shown.MethodName, shown.SessionVariable, shown.WaitingTime)
            .Should().Be((shipped.Name, shipped.ConnectorId, shipped.ClassName, shipped.MethodName, shipped.SessionVariable, shipped.WaitingTime));
    }

    [TestMethod]
    public void Defaults_on_the_page_of_StockConnector_are_those_of_its_settings()
    {
        var settings = new StockSettings();

        Page("StockConnector").Should().Contain($"| `baseAddress` | `{settings.BaseAddress.ToString().TrimEnd('/')}` |")
            .And.Contain($"| `timeout` | `{settings.Timeout.ToString("c", CultureInfo.InvariantCulture)}` |");
    }

    private static string Page(string sample) => File.ReadAllText(Path.Combine(Repository.Root, "samples", sample, "README.md"));

    private static string Block(string sample, string language) => Regex.Match(Page(sample), $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
}
