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

    /// <summary>Puts the page's lines for the job file to the server, as a reader would; it prints what the server then says of its jobs.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="home">The server's home below that of the reader.</param>
    /// <param name="last">The id of the job to wait for.</param>
    public static GuideStep JobsProbe(string lines, string home, string last) => new(
        $"""
        cat > ~/{home}/jobs.new <<'END'
        {"{"} "jobs": {lines.Trim()} {"}"}
        END
        mv ~/{home}/jobs.new ~/{home}/config/jobs.json
        for try in $(seq 100); do curl -s http://127.0.0.1:5080/api/v1/jobs -H "X-Api-Key: $key" | tee ~/{home}/jobs-answer.json | grep -q {last} && break; sleep 0.2; done
        cat ~/{home}/jobs-answer.json; echo

        """,
        null,
        null);

    /// <summary>What a block is to print, as a pattern.</summary>
    public static string PatternOf(string shown) => $"^\\s*{Regex.Escape(shown.Trim()).Replace("…", "[\\s\\S]*?", StringComparison.Ordinal)}\\s*$";

    [GeneratedRegex(@"^```(?<language>bash|json|xml)\n(?<text>.*?)^```\n(```text\n(?<shown>.*?)^```\n)?", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockPattern();

    [GeneratedRegex("`~/(?<name>[^`]+)`[^`]*(`[^`]*`[^`]*)*$")]
    private static partial Regex FilePattern();
}
