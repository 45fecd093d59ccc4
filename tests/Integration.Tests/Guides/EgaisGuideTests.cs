using System.Reflection;
using System.Text.Json;

namespace Integration.Tests.Guides;

/// <summary>The guide of ЕГАИС, typed as it stands there: two emulated UTMs, the server, the handheld and the workplace's agent as processes.</summary>
[TestClass]
[TestCategory("Guide")]
public sealed class EgaisGuideTests
{
    private static readonly IReadOnlyList<GuideStep> Page = GuidePage.Read("egais.md");
    private static readonly GuideStep Jobs = Page.Single(step => step.File == "");
    private static readonly List<GuideStep> Steps = [.. Page.Where(step => step.File != "")];
    private static readonly GuideShell Shell = new();

    // The last command ends the programs; just before, the lines for the job file are put to the server.
    private static readonly int Probe = Steps.Count - 1;

    public static IEnumerable<object[]> Rows => Steps.Select((step, number) => (step, number)).Where(row => row.step.File is null).Select(row => new object[] { row.number < Probe ? row.number : row.number + 1 });

    [ClassInitialize]
    public static async Task TypeAsync(TestContext context)
    {
        if (!GuideShell.Has("curl --version")) Assert.Inconclusive("There is no bash or curl here: apt-get install curl.");
        foreach (var port in new[] { "8080", "8081", "5080" }) Shell.TakePort(port);
        await Shell.RunAsync([.. Steps.Take(Probe), GuidePage.JobsProbe(Jobs.Text, "egais", "egais-status"), Steps[Probe]], TimeSpan.FromMinutes(6));
        context.WriteLine(Shell.Output);
    }

    [ClassCleanup]
    public static void End() => Shell.Dispose();

    [TestMethod]
    [DynamicData(nameof(Rows), DynamicDataDisplayName = nameof(NameOf))]
    public void Commands_of_the_guide_answer_as_it_shows(int number)
    {
        var (printed, code) = Shell.Of(number);

        code.Should().Be("0", "it printed {0}\nThe server's log: {1}\nThe emulator's log: {2}\nThe agent's log: {3}", printed, Shell.Log("egais/server.log"), Shell.Log("egais/emulator.log"), Shell.Log("egais/agent.log"));
        printed.Should().MatchRegex(GuidePage.PatternOf(Shell.Ported(StepOf(number).Shown ?? "…")));
    }

    [TestMethod]
    public void Lines_for_the_job_file_are_taken_by_the_server()
    {
        using var answer = JsonDocument.Parse(Shell.Of(Probe).Printed);

        answer.RootElement.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString()).Should().Contain(["egais-exchange", "egais-rests", "egais-waybills", "egais-status"]);
        answer.RootElement.GetProperty("problems").EnumerateArray().Should().BeEmpty();
    }

    [TestMethod]
    public void The_server_logs_no_failure_on_the_way() => Shell.Log("egais/server.log").Should().Contain(" info ").And.NotContain(" fail ");

    [TestMethod]
    public void The_server_logs_no_mark_and_no_key()
    {
        var log = Shell.Log("egais/server.log").Split('\n').Where(line => !line.StartsWith("API key, ", StringComparison.Ordinal) && !line.StartsWith("curl ", StringComparison.Ordinal)).ToList();

        log.Should().NotContain(line => line.Contains("X-Api-Key", StringComparison.Ordinal));
        string.Join('\n', log).Should().NotMatchRegex("1362000000[0-9A-Z]{15}");
    }

    public static string NameOf(MethodInfo method, object[] row) => $"The guide's block {row[0]}: {StepOf((int)row[0]).Text.Split('\n')[0]}";

    private static GuideStep StepOf(int number) => Steps[Math.Min(number, Steps.Count - 1)];
}
