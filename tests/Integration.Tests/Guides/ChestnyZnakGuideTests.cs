using System.Reflection;
using System.Text.Json;

namespace Integration.Tests.Guides;

/// <summary>The guide of Chestny ZNAK, typed as it stands there: the emulator and the server as processes, signatures by OpenSSL with GOST.</summary>
[TestClass]
[TestCategory("Guide")]
public sealed class ChestnyZnakGuideTests
{
    private static readonly IReadOnlyList<GuideStep> Page = GuidePage.Read("chestny-znak.md");
    private static readonly GuideStep Jobs = Page.Single(step => step.File == "");
    private static readonly List<GuideStep> Steps = [.. Page.Where(step => step.File != "")];
    private static readonly GuideShell Shell = new();

    // The last command ends the programs; just before, the lines for the job file are put to the server.
    private static readonly int Probe = Steps.Count - 1;

    public static IEnumerable<object[]> Rows => Steps.Select((step, number) => (step, number)).Where(row => row.step.File is null).Select(row => new object[] { row.number < Probe ? row.number : row.number + 1 });

    [ClassInitialize]
    public static async Task TypeAsync(TestContext context)
    {
        if (!GuideShell.Has("openssl engine gost && curl --version")) Assert.Inconclusive("There is no bash, curl or openssl with the engine gost here: apt-get install openssl libengine-gost-openssl curl.");
        Shell.TakePort("8100");
        Shell.TakePort("5080");
        await Shell.RunAsync([.. Steps.Take(Probe), GuidePage.JobsProbe(Jobs.Text, "chz", "sale-hosts"), Steps[Probe]], TimeSpan.FromMinutes(6));
        context.WriteLine(Shell.Output);
    }

    [ClassCleanup]
    public static void End() => Shell.Dispose();

    [TestMethod]
    [DynamicData(nameof(Rows), DynamicDataDisplayName = nameof(NameOf))]
    public void Commands_of_the_guide_answer_as_it_shows(int number)
    {
        var (printed, code) = Shell.Of(number);

        code.Should().Be("0", "it printed {0}\nThe server's log: {1}\nThe emulator's log: {2}", printed, Shell.Log("chz/server.log"), Shell.Log("chz/emulator.log"));
        printed.Should().MatchRegex(GuidePage.PatternOf(Shell.Ported(StepOf(number).Shown ?? "…")));
    }

    [TestMethod]
    public void Lines_for_the_job_file_are_taken_by_the_server()
    {
        using var answer = JsonDocument.Parse(Shell.Of(Probe).Printed);

        answer.RootElement.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString()).Should().Contain(["exchange", "fetch-marking-codes", "incoming", "sale-hosts"]);
        answer.RootElement.GetProperty("problems").EnumerateArray().Should().BeEmpty();
    }

    [TestMethod]
    public void The_server_logs_no_failure_on_the_way() => Shell.Log("chz/server.log").Should().Contain(" info ").And.NotContain(" fail ");

    public static string NameOf(MethodInfo method, object[] row) => $"The guide's block {row[0]}: {StepOf((int)row[0]).Text.Split('\n')[0]}";

    private static GuideStep StepOf(int number) => Steps[Math.Min(number, Steps.Count - 1)];
}
