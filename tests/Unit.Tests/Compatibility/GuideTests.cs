using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace Unit.Tests.Compatibility;

/// <summary>The guide for integrators of the original: its code compiles, runs, and its configuration can be read.</summary>
[TestClass]
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(House.Repository.Root, "docs", "guide", "from-mobile-smarts.md"));

    [TestMethod]
    public void Every_block_of_code_compiles_as_an_old_project_would()
    {
        var problems = Blocks("csharp").SelectMany(code => OldProject.Compile(code).GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());

        Blocks("csharp").Should().HaveCount(3);
        problems.Should().BeEmpty();
    }

    [TestMethod]
    public void The_classic_connector_of_the_guide_answers_the_test_host_of_the_guide()
    {
        using var stream = new MemoryStream();
        var blocks = Blocks("csharp");
        OldProject.Compile(blocks[0], blocks[1]).Emit(stream).Success.Should().BeTrue();
        var assembly = System.Reflection.Assembly.Load(stream.ToArray());
        var connector = (IConnector)Activator.CreateInstance(assembly.GetType("Cleverence.Connectivity.MyConnector.StockConnector")!)!;

        var rows = assembly.GetType("Try")!.GetMethod("Call")!.Invoke(null, [connector]);

        ((ConnectorTable)ClassicValues.ToContract(rows)!).Rows[0].Should().Equal("4600000000017", 12.5m);
    }

    [TestMethod]
    public void Every_block_of_configuration_is_readable_json()
    {
        Blocks("json").Should().HaveCount(2);
        foreach (var json in Blocks("json"))
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
            new ConfigurationBuilder().AddJsonStream(stream).Build().GetChildren().Should().NotBeEmpty();
        }
    }

    private static List<string> Blocks(string language) =>
        [.. BlockPattern().Matches(Guide).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value)];

    [GeneratedRegex("^```(?<language>[a-z]+)\\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
