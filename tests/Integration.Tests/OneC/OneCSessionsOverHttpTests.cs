using Emulators.OneC;

namespace Integration.Tests.OneC;

/// <summary>The three modes of session reuse against pools of the three kinds.</summary>
[TestClass]
public sealed class OneCSessionsOverHttpTests
{
    private const string Methods = """
        "methods": [
          { "method": "Прочитать", "name": "КтоЯ", "safety": "Safe" }, { "method": "Записать", "name": "СоздатьДокумент" }, { "method": "Записать с ключом", "name": "СоздатьДокумент", "safety": "Keyed" },
          { "method": "Пауза", "safety": "Safe", "parameters": [ { "name": "Миллисекунд", "type": "integer" } ] } ]
        """;

    [TestMethod]
    public async Task Explicit_session_is_started_once_for_calls_in_a_row()
    {
        await using var oneC = await StartAsync("explicit", SessionReuse.Use);

        for (var call = 0; call < 5; call++) (await oneC.CallAsync("Прочитать")).Status.Should().Be(200);

        oneC.Base.Sessions.Started.Should().Be(1);
        oneC.Base.Requests.All.Select(request => request.Headers["IBSession"].ToString()).Should().Equal("start", "", "", "", "");
    }

    [TestMethod]
    public async Task Ended_session_is_renewed_and_a_read_repeated_once()
    {
        await using var oneC = await StartAsync("explicit", SessionReuse.Use);
        await oneC.CallAsync("Прочитать");
        oneC.Base.EndSessions();

        var answer = await oneC.CallAsync("Прочитать");

        OneCOutcome.Of(answer).Should().Be("OK \"Кладовщик Петров\"");
        oneC.Base.Sessions.Lost.Should().Be(1);
        oneC.Base.Sessions.Started.Should().Be(2);
    }

    [TestMethod]
    public async Task Ended_session_is_renewed_and_a_keyed_change_has_one_effect()
    {
        await using var oneC = await StartAsync("explicit", SessionReuse.Use);
        await oneC.CallAsync("Прочитать");
        oneC.Base.EndSessions();

        var answer = await oneC.CallAsync("Записать с ключом");

        answer.Status.Should().Be(200, answer.Text);
        oneC.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task Change_that_meets_an_ended_session_is_not_repeated_and_the_next_one_starts_a_new_session()
    {
        await using var oneC = await StartAsync("explicit", SessionReuse.Use);
        await oneC.CallAsync("Прочитать");
        oneC.Base.EndSessions();

        var lost = await oneC.CallAsync("Записать");
        var next = await oneC.CallAsync("Записать");

        OneCOutcome.Of(lost).Should().Be("Unavailable ONEC_SESSION_LOST False");
        OneCOutcome.Retryable(lost).Should().BeTrue();
        next.Status.Should().Be(200, next.Text);
        oneC.Base.Effects.Count.Should().Be(1);
    }

    [TestMethod]
    public async Task Parallel_calls_never_meet_in_one_session()
    {
        await using var oneC = await StartAsync("explicit", SessionReuse.Use);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => oneC.CallAsync("Пауза", """{"Миллисекунд":30}""")));

        answers.Should().AllSatisfy(answer => answer.Status.Should().Be(200, answer.Text));
        oneC.Base.Sessions.ParallelInOneSession.Should().Be(0);
        oneC.Base.Sessions.Started.Should().BeLessThanOrEqualTo(4);
        oneC.Base.Requests.PeakParallel.Should().BeLessThanOrEqualTo(4);
    }

    [TestMethod]
    public async Task Sessions_are_finished_when_the_connector_goes()
    {
        await using var oneC = await StartAsync("explicit", SessionReuse.Use);
        await oneC.CallAsync("Прочитать");
        var file = Path.Combine(oneC.Server.Home, "config", "connectors.json");

        await File.WriteAllTextAsync(file, """{ "connectors": [] }""");

        (await Eventually.BecomesAsync(() => Task.FromResult(oneC.Base.Sessions.Finished), finished => finished == 1)).Should().Be(1);
    }

    [TestMethod]
    public async Task Pool_of_two_is_never_overrun_by_two_places()
    {
        await using var oneC = await StartAsync("auto", SessionReuse.AutoUse, places: 2, pool: 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => oneC.CallAsync("Пауза", """{"Миллисекунд":20}""")));

        answers.Should().AllSatisfy(answer => answer.Status.Should().Be(200, answer.Text));
        oneC.Base.Sessions.Refused.Should().Be(0);
        oneC.Base.Sessions.Peak.Should().BeLessThanOrEqualTo(2);
        oneC.Base.Requests.All.Should().AllSatisfy(request => request.Headers["IBSession"].Count.Should().Be(0));
    }

    [TestMethod]
    public async Task Exhausted_pool_is_waited_for_by_reads()
    {
        await using var oneC = await StartAsync("auto", SessionReuse.AutoUse, places: 8, pool: 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => oneC.CallAsync("Пауза", """{"Миллисекунд":150}""")));

        answers.Should().AllSatisfy(answer => answer.Status.Should().Be(200, answer.Text));
    }

    [TestMethod]
    public async Task Without_reuse_each_call_makes_its_session_and_nothing_is_said()
    {
        await using var oneC = await StartAsync("none", SessionReuse.DontUse);

        for (var call = 0; call < 3; call++) await oneC.CallAsync("Прочитать");

        oneC.Base.Sessions.Started.Should().Be(3);
        oneC.Base.Requests.All.Should().AllSatisfy(request => request.Headers["Cookie"].Count.Should().Be(0));
    }

    [TestMethod]
    [DataRow("NotFoundFree")]
    [DataRow("NotFound")]
    [DataRow("English")]
    [DataRow("Exception")]
    [DataRow("Page")]
    public async Task Want_of_licences_is_told_and_asked_for_once(string form)
    {
        await using var oneC = await StartAsync("auto", SessionReuse.AutoUse, licences: 0, form: Enum.Parse<LicenceAnswer>(form));

        var answer = await oneC.CallAsync("Прочитать");

        OneCOutcome.Of(answer).Should().Be("Unavailable ONEC_NO_LICENCE False");
        answer.Json.GetProperty("error").GetProperty("retryAfterSeconds").GetInt32().Should().Be(60);
        oneC.Base.Requests.All.Count.Should().Be(1);
    }

    private static Task<OneCServer> StartAsync(string mode, SessionReuse reuse, int places = 4, int pool = 10, int? licences = null, LicenceAnswer form = LicenceAnswer.NotFoundFree)
    {
        var options = new OneCOptions
        {
            HttpServices = new SessionOptions { Reuse = reuse, PoolSize = pool, PoolTimeout = TimeSpan.FromMilliseconds(100) },
            Licences = licences,
            LicenceAnswer = form,
        };
        return OneCServer.StartAsync($$"""{ "sessionMode": "{{mode}}", "maxConcurrency": {{places}}, "poolTimeout": "00:00:00.3", "retry": { "count": 5 }, {{Methods}} }""", options);
    }
}
