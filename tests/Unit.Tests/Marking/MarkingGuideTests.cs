using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Unit.Tests.House;

namespace Unit.Tests.Marking;

[TestClass]
public sealed partial class MarkingGuideTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "marking-codes.md"));

    [TestMethod]
    public void Code_of_the_guide_does_what_the_guide_says()
    {
        var scanned = "]d20104600001000113215x<K9z\u001D93zZ0=\u001D3103000350\r\n";
        var told = new List<string?>();
        void Show(string? line) => told.Add(line);

        if (MarkingCode.TryParse(scanned, null, out var code, out var verdict))
        {
            Show(code.Gtin);              // 04600001000113
            Show(code.Cis);               // 0104600001000113215x<K9z
            Show($"{code.Weight} kg");    // 0.350 kg
        }
        else
        {
            Show(verdict.MessageFor("ru"));
        }

        told.Should().Equal("04600001000113", "0104600001000113215x<K9z", "0.350 kg");
    }

    [TestMethod]
    public void Building_of_the_guide_does_what_the_guide_says()
    {
        var code = MarkingCode.Build(new("01", "04600001000113"), new("21", "5x<K9z"), new("93", "zZ0="), new("3103", "000350"));
        var pack = MarkingCode.BuildPack("04600001000168", "hR-4_tZ", 17900, "Wm2=");

        code.ToString().Should().Be("0104600001000113215x<K9z\u001D93zZ0=\u001D3103000350");
        pack.ToString().Should().Be("04600001000168hR-4_tZAC\"8Wm2=");
    }

    [TestMethod]
    public void Connector_of_the_guide_does_what_the_guide_says()
    {
        new Marks().ToCis("0104600001000113215x<K9z\u001D93zZ0=").Should().Be("0104600001000113215x<K9z");

        FluentActions.Invoking(() => new Marks().ToCis("4600001000107")).Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("MARKING_BAD_CHECK_DIGIT");
    }

    [TestMethod]
    public void Every_line_of_code_on_the_page_is_compiled_here()
    {
        var compiled = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Unit.Tests", "Marking", "MarkingGuideTests.cs")).Select(line => line.Trim()).ToHashSet();
        var blocks = BlockPattern().Matches(Page).Select(block => block.Groups["text"].Value).ToList();

        blocks.Should().HaveCount(3);
        blocks.SelectMany(block => block.Split('\n')).Select(line => line.Trim()).Where(line => !compiled.Contains(line)).Should().BeEmpty();
    }

    [TestMethod]
    public void Every_kind_flag_and_reason_is_explained_on_the_page()
    {
        var names = Enum.GetNames<MarkingCodeKind>().Concat(Enum.GetNames<MarkingFlags>()).Concat(Enum.GetNames<MarkingReason>()).Except(["None"]);

        names.Where(name => !Page.Contains($"| `{name}` |", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [GeneratedRegex("^```csharp\\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    private sealed class Marks : Connector
    {
        [ConnectorMethod("ToCis", Safety = MethodSafety.Safe)]
        public string? ToCis(string text) => MarkingCode.Parse(text).Cis;
    }
}
