namespace Integration.Tests.Calls;

/// <summary>One request id runs its method once, whatever happens to the caller in between.</summary>
[TestClass]
public sealed class RepeatTests
{
    private const string Hang = """{"method":"HangAfterAwait"}""";
    private const string LetGo = """{"method":"LetGo"}""";
    private ServerProcess server = null!;

    [TestInitialize]
    public async Task StartAsync() => server = await ServerProcess.StartAsync(
        """{ "connectors": [ { "id": "H", "type": "Hanging" }, { "id": "Short", "type": "Hanging", "timeout": "00:00:00.500" }, { "id": "Good", "type": "Good" } ] }""",
        """{ "jobs": [] }""", Built.Plugin("Hanging"), Built.Plugin("Good"));

    [TestCleanup]
    public async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task Repeat_one_after_another_gets_the_first_outcome_and_runs_once()
    {
        await server.Client.InvokeAsync("H", LetGo);

        var first = await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "one"));
        var second = await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "one"));

        first.Value.GetString().Should().Be("let go");
        second.Value.GetString().Should().Be("let go");
        (await server.Client.HungAsync("H")).Should().Be(1);
    }

    [TestMethod]
    public async Task Twenty_at_once_under_one_id_run_once_and_all_get_the_outcome()
    {
        var calls = Enumerable.Range(0, 20).Select(_ => server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "twenty"))).ToList();
        await Eventually.BecomesAsync(() => server.Client.HungAsync("H"), hung => hung > 0);
        await server.Client.InvokeAsync("H", LetGo);
        var answers = await Task.WhenAll(calls);

        answers.Select(answer => answer.Value.GetString()).Should().AllBe("let go");
        (await server.Client.HungAsync("H")).Should().Be(1);
    }

    [TestMethod]
    public async Task Other_device_under_the_same_id_runs_its_own_call()
    {
        await server.Client.InvokeAsync("H", LetGo);

        await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "same"), ("X-Device", "a"));
        await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "same"), ("X-Device", "b"));

        (await server.Client.HungAsync("H")).Should().Be(2);
    }

    [TestMethod]
    public async Task Call_whose_caller_disconnected_runs_to_its_end_and_a_repeat_gets_its_result()
    {
        await DisconnectAsync("left");
        var repeat = server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "left"));
        await server.Client.InvokeAsync("H", LetGo);

        (await repeat).Value.GetString().Should().Be("let go");
        (await server.Client.HungAsync("H")).Should().Be(1);
    }

    [TestMethod]
    public async Task Result_that_came_while_nobody_listened_waits_for_the_repeat()
    {
        await DisconnectAsync("gone");
        await server.Client.InvokeAsync("H", LetGo);
        await Eventually.BecomesAsync(() => server.Client.RunningAsync("H"), running => running == 0);

        (await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "gone"))).Value.GetString().Should().Be("let go");
        (await server.Client.HungAsync("H")).Should().Be(1);
    }

    [TestMethod]
    public async Task Call_whose_deadline_passed_runs_to_its_end_and_a_repeat_gets_its_result()
    {
        var late = await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "late"), ("X-Deadline-Ms", "1000"));
        await server.Client.InvokeAsync("H", LetGo);
        var repeat = await server.Client.InvokeAsync("H", Hang, ("X-Request-Id", "late"));

        late.Status.Should().Be(504, late.Text);
        late.Code.Should().Be("Timeout");
        late.Json.GetProperty("error").GetProperty("inDoubt").GetBoolean().Should().BeTrue();
        repeat.Value.GetString().Should().Be("let go");
        (await server.Client.HungAsync("H")).Should().Be(1);
    }

    [TestMethod]
    public async Task Call_that_outlived_the_limit_of_its_connector_is_not_run_again_and_its_result_is_kept()
    {
        var late = await server.Client.InvokeAsync("Short", Hang, ("X-Request-Id", "limit"));
        await server.Client.InvokeAsync("Short", LetGo);
        var repeat = await Eventually.BecomesAsync(() => server.Client.InvokeAsync("Short", Hang, ("X-Request-Id", "limit")), answer => answer.Status == 200);

        late.Code.Should().Be("Timeout");
        repeat.Value.GetString().Should().Be("let go");
        (await server.Client.HungAsync("Short")).Should().Be(1);
    }

    [TestMethod]
    public async Task Other_arguments_under_one_id_are_a_conflict()
    {
        var first = await server.Client.InvokeAsync("Good", """{"method":"Add","args":[1,2]}""", ("X-Request-Id", "sum"));
        var other = await server.Client.InvokeAsync("Good", """{"method":"Add","args":[1,3]}""", ("X-Request-Id", "sum"));

        first.Value.GetDecimal().Should().Be(3);
        other.Status.Should().Be(409);
        other.Code.Should().Be("Conflict");
    }

    private async Task DisconnectAsync(string requestId)
    {
        using var leave = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/connectors/H/invoke") { Content = new StringContent(Hang, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", server.Key);
        request.Headers.Add("X-Request-Id", requestId);
        var call = http.SendAsync(request, leave.Token);
        await Eventually.BecomesAsync(() => server.Client.HungAsync("H"), hung => hung == 1);
        await leave.CancelAsync();
        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
    }
}
