using Cleverence.Connectivity;
using Connectors.Hosting;
using TestKit;

namespace Unit.Tests.Hosting.Checks;

[TestClass]
public sealed class ConnectorChecksTests
{
    private static Task<PluginHome> HomeAsync(Func<CancellationToken, ValueTask<ConnectorCheckReport>> check, string entry = """{"id":"C"}""") =>
        new PluginHome().Configure(entry).StartAsync(options => options.AddBuiltIn("C", _ => new CheckedConnector(check)));

    private static async Task<ConnectorCheckOutcome> CheckAsync(PluginHome home, string id = "C") =>
        (await home.Get<IConnectorChecks>().CheckAsync(id, CancellationToken.None))!;

    [TestMethod]
    public async Task What_the_connector_found_is_reported()
    {
        var problem = new ConnectorProblem("SLOW", "timeout", "It is slow.", "Wait.") { IsWarning = true };
        await using var home = await HomeAsync(_ => new(new ConnectorCheckReport([problem]) { Target = "erp:80", Answered = "ERP 3" }));

        var outcome = await CheckAsync(home);

        outcome.IsOk.Should().BeTrue();
        outcome.Report.Problems.Should().Equal(problem);
        (outcome.Report.Target, outcome.Report.Answered).Should().Be(("erp:80", "ERP 3"));
    }

    [TestMethod]
    public async Task A_problem_that_is_no_warning_makes_the_check_fail()
    {
        await using var home = await HomeAsync(_ => new(new ConnectorCheckReport([new("WRONG", "auth.user", "Wrong.", "Mend.")])));

        (await CheckAsync(home)).IsOk.Should().BeFalse();
    }

    [TestMethod]
    public async Task An_unknown_connector_has_no_outcome()
    {
        await using var home = await HomeAsync(_ => throw new InvalidOperationException());

        (await home.Get<IConnectorChecks>().CheckAsync("D", CancellationToken.None)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_disabled_connector_is_told_and_not_tried()
    {
        await using var home = await HomeAsync(_ => throw new InvalidOperationException(), """{"id":"C","enabled":false}""");

        (await CheckAsync(home)).Report.Problems.Should().ContainSingle().Which.Code.Should().Be("DISABLED");
    }

    [TestMethod]
    public async Task A_connector_without_a_check_is_told_so_as_a_warning()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"C","type":"Good"}""").StartAsync();
        await home.ReadyAsync("C");

        var outcome = await CheckAsync(home);

        outcome.IsOk.Should().BeTrue();
        outcome.Report.Problems.Should().ContainSingle().Which.Code.Should().Be("NO_CHECK");
    }

    [TestMethod]
    public async Task A_faulted_connector_answers_with_its_settings_problems_in_both_languages()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"C","type":"Good","settings":{"Prot":1,"Port":"my-secret"}}""").StartAsync();
        await Eventually.BeTrueAsync(() => home.Registry.Find("C")!.State == ConnectorState.Faulted, "it is faulted");

        var problems = (await CheckAsync(home)).Report.Problems;

        problems.Select(problem => (problem.Code, problem.Field)).Should().BeEquivalentTo([("SETTING_UNKNOWN", "Prot"), ("SETTING_UNREADABLE", "Port")]);
        problems.Should().OnlyContain(problem => problem.MessageRu!.StartsWith("Настройка") && problem.NextStep.Length > 0 && problem.NextStepRu!.Length > 0);
        problems.Should().NotContain(problem => (problem.Message + problem.MessageRu).Contains("my-secret"));
    }

    [TestMethod]
    public async Task A_wrong_entry_answers_with_its_place_in_the_file()
    {
        await using var home = await new PluginHome().Place("Good").Configure("""{"id":"C","type":"Good","gate":-1}""").StartAsync();

        var problem = (await CheckAsync(home)).Report.Problems.Should().ContainSingle().Subject;

        (problem.Code, problem.Field).Should().Be(("ENTRY_WRONG", "connectors[0].gate"));
        problem.NextStep.Should().Contain("connectors.json");
    }

    [TestMethod]
    public async Task A_check_that_throws_is_one_problem_and_its_text_goes_to_the_log()
    {
        await using var home = await HomeAsync(_ => throw new InvalidOperationException("inner text"));

        var problem = (await CheckAsync(home)).Report.Problems.Should().ContainSingle().Subject;

        problem.Code.Should().Be("CHECK_FAILED");
        (problem.Message + problem.NextStep).Should().NotContain("inner text");
        home.Log.All.Should().Contain(line => line.Contains("inner text"));
    }

    [TestMethod]
    public async Task A_declared_error_is_a_problem_with_its_own_code()
    {
        await using var home = await HomeAsync(_ => throw new ConnectorException(new ConnectorError(ConnectorErrorCode.AccessDenied, "No.") { MessageRu = "Нет.", Reason = "BAD_KEY", Target = "erp:80" }));

        var report = (await CheckAsync(home)).Report;

        report.Target.Should().Be("erp:80");
        report.Problems.Should().ContainSingle().Which.Should().Match<ConnectorProblem>(problem => problem.Code == "BAD_KEY" && problem.MessageRu == "Нет.");
    }

    [TestMethod]
    public async Task A_second_check_beside_a_running_one_is_told_to_wait_and_comes_through_afterwards()
    {
        using var go = new SemaphoreSlim(0);
        using var inside = new SemaphoreSlim(0);
        await using var home = await HomeAsync(async _ =>
        {
            inside.Release();
            await go.WaitAsync(CancellationToken.None);
            return new ConnectorCheckReport([]);
        });

        var first = CheckAsync(home);
        await inside.WaitAsync();
        var second = await CheckAsync(home);
        go.Release(2);

        second.Report.Problems.Should().ContainSingle().Which.Code.Should().Be("CHECK_RUNS");
        (await first).IsOk.Should().BeTrue();
        await Eventually.BeTrueAsync(() => CheckAsync(home).Result.IsOk, "the next check comes through");
    }

    [TestMethod]
    public async Task A_hanging_check_is_given_up_at_the_limit_and_calls_go_on()
    {
        var time = new ManualTimeProvider();
        using var inside = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var home = await HomeAsync(_ =>
        {
            inside.Release();
            go.Wait(CancellationToken.None);
            return new(new ConnectorCheckReport([]));
        });
        var checks = new ConnectorChecks(home.Registry, time, Microsoft.Extensions.Logging.Abstractions.NullLogger<ConnectorChecks>.Instance);

        var checking = checks.CheckAsync("C", CancellationToken.None);
        await inside.WaitAsync();
        await Eventually.BeTrueAsync(() =>
        {
            time.Advance(ConnectorChecks.Limit);
            return checking.IsCompleted;
        }, "the check is given up");

        (await checking)!.Report.Problems.Should().ContainSingle().Which.Code.Should().Be("CHECK_TOO_SLOW");
        (await home.CallAsync("C", "Any")).Should().BeNull();
        go.Release();
    }
}
