using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cleverence.Connectivity;
using Connectors.Hosting;
using Server;
using Server.Api;
using Server.Site;
using ServerJobs;

namespace Unit.Tests.House;

/// <summary>What the pages say is what the code does: codes, keys, addresses, links and commands.</summary>
[TestClass]
public sealed partial class DocumentationTests
{
    [TestMethod]
    public void Every_error_code_is_explained_with_its_status()
    {
        var rows = RowPattern().Matches(Page("docs/reference/errors.md")).Select(row => (row.Groups["name"].Value, row.Groups["status"].Value));

        rows.Should().Contain(Enum.GetValues<ConnectorErrorCode>().Select(code => (code.ToString(), $"{ErrorStatus.Of(code)}")));
    }

    [TestMethod]
    public void Every_key_of_connectors_json_is_explained()
    {
        var problems = new ConnectorsFile("c", new SecretSource(null), new HashSet<string>()).Parse("""{"connectors":[{"id":"a","type":"b","qqqqqqqqqqqqqqq":1,"breaker":{"qqqqqqqqqqqqqqq":1}}]}""").Problems;
        var keys = problems.Select(problem => problem.Wrong.Split("known: ")[1].Split(", ")).ToList();

        Explained().Should().Contain(keys[0].Except(["breaker", "timeoutBehavior"])).And.Contain(keys[1].Select(key => $"breaker.{key}"));
        Page("docs/reference/configuration.md").Should().Contain("`timeoutBehavior`");
    }

    [TestMethod]
    public void Every_key_of_jobs_json_is_explained()
    {
        var problems = JobsConfigReader.Read("""{"jobs":[{"id":"a","q":1,"retries":{"q":1}}]}"""u8.ToArray(), "j").Problems;
        var keys = problems.Where(problem => problem.Expected.StartsWith("only ", StringComparison.Ordinal)).Select(problem => problem.Expected[5..].Split(", ")).ToList();

        Explained().Should().Contain(keys[0].Except(["retries"])).And.Contain(keys[1].Select(key => $"retries.{key}"));
    }

    [TestMethod]
    public void Every_server_option_is_explained() =>
        Explained().Should().Contain(typeof(ServerOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(option => option.Name));

    [TestMethod]
    public void Every_key_of_the_storage_is_explained() => Explained().Should().Contain(StorageSetup.Keys);

    [TestMethod]
    public void Every_address_is_explained()
    {
        using var described = JsonDocument.Parse(Page("docs/reference/openapi.json"));
        var page = Page("docs/reference/http-api.md");

        described.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Where(path => !page.Contains(path, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [TestMethod]
    public void Every_link_leads_somewhere()
    {
        var broken = Pages().SelectMany(page => LinkPattern().Matches(File.ReadAllText(page)).Select(link => (Page: page, Target: link.Groups["target"].Value.Split('#')[0])))
            .Where(link => link.Target.Length > 0 && !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target)));

        broken.Should().BeEmpty();
    }

    [TestMethod]
    public void Every_link_to_a_heading_finds_it()
    {
        var broken = Pages().SelectMany(page => LinkPattern().Matches(File.ReadAllText(page)).Select(link => (Page: page, Parts: link.Groups["target"].Value.Split('#'))))
            .Where(link => link.Parts.Length == 2 && !Anchors(link.Parts[0].Length == 0 ? link.Page : Path.Combine(Path.GetDirectoryName(link.Page)!, link.Parts[0])).Contains(link.Parts[1]));

        broken.Select(link => (link.Page, string.Join('#', link.Parts))).Should().BeEmpty();
    }

    [TestMethod]
    public void Every_project_that_a_page_runs_exists()
    {
        var missing = Pages().SelectMany(page => ProjectPattern().Matches(File.ReadAllText(page)).Select(found => found.Groups["folder"].Value))
            .Where(folder => !Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj").Any());

        missing.Should().BeEmpty();
    }

    [TestMethod]
    public void Every_option_of_TsdClient_is_one_it_knows()
    {
        var usage = Page("samples/TsdClient/TsdOptions.cs");
        var options = Pages().SelectMany(page => File.ReadLines(page)).Where(line => line.Contains("TsdClient --", StringComparison.Ordinal))
            .SelectMany(line => OptionPattern().Matches(line[line.IndexOf(" -- ", StringComparison.Ordinal)..]).Select(option => option.Value.Trim())).Distinct().ToList();

        options.Should().Contain("--key");
        options.Where(option => !usage.Contains($"\"{option}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [TestMethod]
    public void Every_block_of_json_on_a_page_is_json()
    {
        var lenient = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        foreach (var block in Pages().SelectMany(page => JsonPattern().Matches(File.ReadAllText(page))))
        {
            var read = () => JsonDocument.Parse(block.Groups["text"].Value, lenient).Dispose();
            read.Should().NotThrow(block.Value);
        }
    }

    private static IEnumerable<string> Pages() => Repository.Files("*.md");

    private static string Page(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    // A key is explained where it heads the row of a table.
    private static List<string> Explained() => [.. KeyPattern().Matches(Page("docs/reference/configuration.md")).Select(row => row.Groups["name"].Value)];

    private static List<string> Anchors(string page) =>
        [.. HeadingPattern().Matches(File.ReadAllText(page)).Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<status>\d{3}) \|", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"^\| `(?<name>[\w.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\]\((?!https?:)(?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"--project (?<folder>[\w./]+)")]
    private static partial Regex ProjectPattern();

    [GeneratedRegex(@" --[a-z-]+")]
    private static partial Regex OptionPattern();

    [GeneratedRegex("^```json\\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonPattern();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
