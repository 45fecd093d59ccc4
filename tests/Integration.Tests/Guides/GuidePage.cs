using System.Text.RegularExpressions;

namespace Integration.Tests.Guides;

/// <summary>A page of the guide: its commands and files in their order, and the lines it offers for the job file.</summary>
internal static partial class GuidePage
{
    public static IReadOnlyList<GuideStep> Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Built.Root, "docs", "guide", name));
        var steps = new List<GuideStep>();
        var read = 0;
        foreach (var block in BlockPattern().Matches(text).Cast<Match>())
        {
            var said = text[read..block.Index];
            read = block.Index + block.Length;
            var file = block.Groups["language"].Value == "bash" ? null : FilePattern().Match(said) is { Success: true } named ? named.Groups["name"].Value : "";
            steps.Add(new GuideStep(block.Groups["text"].Value, file, block.Groups["shown"] is { Success: true } shown ? shown.Value : null));
        }

        return steps;
    }

    /// <summary>What a block is to print, as a pattern.</summary>
    public static string PatternOf(string shown) => $"^\\s*{Regex.Escape(shown.Trim()).Replace("…", "[\\s\\S]*?", StringComparison.Ordinal)}\\s*$";

    [GeneratedRegex(@"^```(?<language>bash|json|xml)\n(?<text>.*?)^```\n(```text\n(?<shown>.*?)^```\n)?", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockPattern();

    [GeneratedRegex("`~/(?<name>[^`]+)`[^`]*(`[^`]*`[^`]*)*$")]
    private static partial Regex FilePattern();
}
