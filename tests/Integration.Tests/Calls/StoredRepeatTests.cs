namespace Integration.Tests.Calls;

/// <summary>With <c>"replay": "store"</c> a request id is known after a restart, also after a power cut in the middle of its call.</summary>
[TestClass]
public sealed class StoredRepeatTests
{
    private const string Hang = """{"method":"HangAfterAwait"}""";
    private const string LetGo = """{"method":"LetGo"}""";

    private static readonly ServerSetup Setup = new()
    {
        Connectors = """{ "connectors": [ { "id": "H", "type": "Hanging", "replay": "store" } ] }""",
        Plugins = [Built.Plugin("Hanging")],
    };

    [TestMethod]
    public async Task Repeat_after_a_restart_gets_the_stored_outcome_and_nothing_runs()
    {
        await using var first = await ServerProcess.StartAsync(Setup);
        await first.Client.InvokeAsync("H", LetGo);
        var before = await first.Client.InvokeAsync("H", Hang, ("X-Request-Id", "kept"));
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(Setup with { Home = first.Home, Key = first.Key });
        var after = await second.Client.InvokeAsync("H", Hang, ("X-Request-Id", "kept"));

        before.Value.GetString().Should().Be("let go");
        after.Value.GetString().Should().Be("let go", after.Text);
        (await second.Client.HungAsync("H")).Should().Be(0);
    }

    [TestMethod]
    public async Task Power_cut_in_the_middle_of_a_call_leaves_it_in_doubt_and_it_is_not_run_again()
    {
        await using var first = await ServerProcess.StartAsync(Setup);
        var cut = first.Client.InvokeAsync("H", Hang, ("X-Request-Id", "cut"));
        await Eventually.BecomesAsync(() => first.Client.HungAsync("H"), hung => hung == 1);
        await first.KillAsync();
        await FluentActions.Awaiting(() => cut).Should().ThrowAsync<HttpRequestException>();

        await using var second = await ServerProcess.StartAsync(Setup with { Home = first.Home, Key = first.Key });
        var repeat = await second.Client.InvokeAsync("H", Hang, ("X-Request-Id", "cut"), ("Accept-Language", "ru"));

        repeat.Status.Should().Be(500, repeat.Text);
        repeat.Json.GetProperty("error").GetProperty("inDoubt").GetBoolean().Should().BeTrue();
        repeat.Message.Should().Contain("Проверьте, прежде чем отправлять заново");
        (await second.Client.HungAsync("H")).Should().Be(0);
    }

    [TestMethod]
    public async Task Result_that_came_after_the_limit_is_known_after_a_restart()
    {
        var setup = Setup with { Connectors = """{ "connectors": [ { "id": "H", "type": "Hanging", "replay": "store", "timeout": "00:00:00.500" } ] }""" };
        await using var first = await ServerProcess.StartAsync(setup);
        var late = await first.Client.InvokeAsync("H", Hang, ("X-Request-Id", "late"));
        await first.Client.InvokeAsync("H", LetGo);
        await Eventually.BecomesAsync(() => first.Client.InvokeAsync("H", Hang, ("X-Request-Id", "late")), answer => answer.Status == 200);
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(setup with { Home = first.Home, Key = first.Key });
        var repeat = await second.Client.InvokeAsync("H", Hang, ("X-Request-Id", "late"));

        late.Code.Should().Be("Timeout");
        repeat.Text.Should().Contain("let go");
        (await second.Client.HungAsync("H")).Should().Be(0);
    }
}
