using System.Text;
using Server.Operations;
using Server.Site;
using ServerJobs;
using Unit.Tests.House;

namespace Unit.Tests.Host.Operations;

/// <summary>The automations that come with a new home: there, switched off, and on by one line.</summary>
[TestClass]
public sealed class AutomationJobsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "marking-automations.md"));

    public static IEnumerable<object[]> Automations =>
    [
        ["fetch-marking-codes", "ChestnyZnak:FetchMarkingCodes"],
        ["clean-crypto-tails", "ChestnyZnak:CleanCryptoTails"],
        ["refresh-cdn", "ChestnyZnak:RefreshCdn"],
        ["delete-finished-documents", $"ServerOperationConnector:{OldDocuments.Finished.MethodName}"],
        ["delete-old-documents", $"ServerOperationConnector:{OldDocuments.Unchanged.MethodName}"],
    ];

    [TestMethod]
    [DynamicData(nameof(Automations))]
    public void An_automation_is_there_switched_off_and_one_line_switches_it_on(string id, string call)
    {
        using var home = new NewHome();
        var lines = File.ReadAllLines(home.JobsFile);
        var line = Array.FindIndex(lines, text => text.Contains($"\"{id}\"", StringComparison.Ordinal));

        var before = Read(string.Join("\n", lines)).Jobs.Single(job => job.Id == id);
        lines[line] = lines[line].Replace("\"enabled\": false", "\"enabled\": true", StringComparison.Ordinal);
        var after = Read(string.Join("\n", lines));

        before.Enabled.Should().BeFalse();
        before.Call.ToString().Should().Be(call);
        after.Problems.Should().BeEmpty();
        after.Jobs.Where(job => job.Enabled).Select(job => job.Id).Should().BeEquivalentTo("retention", id);
    }

    [TestMethod]
    [DynamicData(nameof(Automations))]
    public void The_guide_shows_the_very_line_of_a_new_home(string id, string call)
    {
        using var home = new NewHome();
        var line = File.ReadAllLines(home.JobsFile).Single(text => text.Contains($"\"{id}\"", StringComparison.Ordinal)).Trim().TrimEnd(',');

        Page.Should().Contain(line.Replace("\"enabled\": false", "\"enabled\": true", StringComparison.Ordinal));
        line.Should().Contain(call);
    }

    private static JobsConfig Read(string text) => JobsConfigReader.Read(Encoding.UTF8.GetBytes(text), "jobs.json");

    private sealed class NewHome : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("connectors-test-");

        public NewHome() => new HomeFolder(root.FullName).Prepare(development: false, new Uri("http://127.0.0.1:1"));

        public string JobsFile => new HomeFolder(root.FullName).JobsFile;

        public void Dispose() => root.Delete(recursive: true);
    }
}
