using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCSessionTests
{
    private static readonly (string, string) Start = (SessionHeaders.Header, "start"), Finish = (SessionHeaders.Header, "finish");

    [TestMethod]
    public async Task Without_reuse_each_call_makes_and_ends_a_session()
    {
        await using var rig = await Rig(SessionReuse.DontUse);

        for (var call = 0; call < 3; call++) (await rig.CallAsync("Эхо")).Status.Should().Be(200);

        (rig.Base.Sessions.Started, rig.Base.Sessions.Alive, rig.Base.Sessions.Peak).Should().Be((3, 0, 1));
    }

    [TestMethod]
    public async Task An_explicit_session_is_started_used_and_finished()
    {
        await using var rig = await Rig(SessionReuse.Use);

        var first = await rig.CallAsync("Эхо", headers: Start);
        var second = await rig.CallAsync("Эхо", headers: ("Cookie", first.Cookie!));
        var last = await rig.CallAsync("Эхо", "{}", ("Cookie", first.Cookie!), Finish);
        var late = await rig.CallAsync("Эхо", headers: ("Cookie", first.Cookie!));

        first.Cookie.Should().StartWith("ibsession=");
        (second.Status, last.Status, late.Status, late.Type).Should().Be((200, 200, 400, "application/xml"));
        late.Text.Should().Contain("reason=\"400\"");
        (rig.Base.Sessions.Started, rig.Base.Sessions.Alive, rig.Base.Sessions.Finished, rig.Base.Sessions.Lost).Should().Be((1, 0, 1, 1));
    }

    [TestMethod]
    public async Task Without_the_header_a_call_in_explicit_mode_has_a_session_of_its_own()
    {
        await using var rig = await Rig(SessionReuse.Use);

        (await rig.CallAsync("Эхо")).Cookie.Should().BeNull();

        (rig.Base.Sessions.Started, rig.Base.Sessions.Alive).Should().Be((1, 0));
    }

    [TestMethod]
    public async Task A_session_of_another_user_is_unknown()
    {
        await using var rig = await Rig(SessionReuse.Use);
        var first = await rig.CallAsync("Эхо", headers: Start);

        var stranger = await rig.SendAsync("GET", "hs/conn/version", user: "Кладовщик Петров:пароль 1", headers: ("Cookie", first.Cookie!));

        stranger.Status.Should().Be(400);
    }

    [TestMethod]
    public async Task An_idle_session_ends_by_itself()
    {
        await using var rig = await Rig(SessionReuse.Use, maxAge: TimeSpan.Zero);
        var first = await rig.CallAsync("Эхо", headers: Start);

        (await rig.CallAsync("Эхо", headers: ("Cookie", first.Cookie!))).Status.Should().Be(400);
    }

    [TestMethod]
    public async Task A_full_pool_refuses_a_new_session_with_406()
    {
        await using var rig = await Rig(SessionReuse.Use, poolSize: 1);
        await rig.CallAsync("Эхо", headers: Start);

        var second = await rig.CallAsync("Эхо", headers: Start);

        (second.Status, second.Type).Should().Be((406, "application/xml"));
        second.Text.Should().Contain("reason=\"406\"").And.Contain("http://v8.1c.ru/8.2/virtual-resource-system");
        rig.Base.Sessions.Refused.Should().Be(1);
    }

    [TestMethod]
    [DataRow(false, 200)]
    [DataRow(true, 406)]
    public async Task Two_calls_in_one_session_wait_or_are_refused(bool refuses, int status)
    {
        await using var rig = await Rig(SessionReuse.Use);
        rig.Base.Options.HttpServices.RefusesParallelCalls = refuses;
        var gate = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        rig.Base.Functions.AddReply("Ворота", async _ =>
        {
            entered.SetResult();
            await gate.Task;
            return OneCFunctions.Result(true);
        });
        var first = await rig.CallAsync("Эхо", headers: Start);

        var slow = rig.CallAsync("Ворота", headers: ("Cookie", first.Cookie!));
        await entered.Task;
        var second = rig.CallAsync("Эхо", headers: ("Cookie", first.Cookie!));
        while (rig.Base.Sessions.ParallelInOneSession == 0) await Task.Yield();
        gate.SetResult();

        ((await slow).Status, (await second).Status).Should().Be((200, status));
        rig.Base.Sessions.ParallelInOneSession.Should().Be(1);
    }

    [TestMethod]
    public async Task Auto_mode_takes_an_idle_session_again()
    {
        await using var rig = await Rig(SessionReuse.AutoUse);

        for (var call = 0; call < 3; call++) await rig.CallAsync("Эхо");

        (rig.Base.Sessions.Started, rig.Base.Sessions.Alive).Should().Be((1, 1));
        rig.Base.Requests.All.Select(request => request.SessionId).Distinct().Should().ContainSingle();
    }

    [TestMethod]
    public async Task Auto_mode_answers_406_when_all_sessions_stay_busy()
    {
        await using var rig = await Rig(SessionReuse.AutoUse, poolSize: 2);
        var gate = new TaskCompletionSource();
        var entered = new CountdownEvent(2);
        rig.Base.Functions.AddReply("Ворота", async _ =>
        {
            entered.Signal();
            await gate.Task;
            return OneCFunctions.Result(true);
        });

        var busy = new[] { rig.CallAsync("Ворота"), rig.CallAsync("Ворота") };
        while (!entered.IsSet) await Task.Yield();
        var third = await rig.CallAsync("Эхо");
        gate.SetResult();

        third.Status.Should().Be(406);
        (await Task.WhenAll(busy)).Select(answer => answer.Status).Should().Equal(200, 200);
    }

    [TestMethod]
    [DataRow(LicenceAnswer.NotFoundFree, 500, "Не обнаружено свободной лицензии")]
    [DataRow(LicenceAnswer.NotFound, 500, "Не найдена лицензия")]
    [DataRow(LicenceAnswer.English, 500, "There are no free licenses")]
    [DataRow(LicenceAnswer.Exception, 406, "Не обнаружено свободной лицензии")]
    [DataRow(LicenceAnswer.Page, 200, "Не обнаружено свободной лицензии")]
    public async Task Without_a_licence_there_is_a_phrase_and_no_session(LicenceAnswer form, int status, string phrase)
    {
        await using var rig = await OneCRig.StartAsync(new OneCOptions { Licences = 0, LicenceAnswer = form });

        var answer = await rig.CallAsync("СоздатьДокумент");

        answer.Status.Should().Be(status);
        answer.Text.Should().Contain(phrase);
        (rig.Base.Sessions.Started, rig.Base.Effects.Count).Should().Be((0, 0));
    }

    [TestMethod]
    public async Task An_idle_session_of_one_service_gives_its_licence_to_another()
    {
        await using var rig = await OneCRig.StartAsync(new OneCOptions { Licences = 1, OData = new SessionOptions { Reuse = SessionReuse.AutoUse, MaxAge = TimeSpan.FromMinutes(5) } });
        await rig.GetAsync("Catalog_Склады");

        var refused = await rig.CallAsync("Эхо");
        rig.Base.EndSessions();
        var taken = await rig.CallAsync("Эхо");

        (refused.Status, taken.Status).Should().Be((500, 200));
    }

    [TestMethod]
    public async Task An_unknown_wish_in_the_session_header_is_refused()
    {
        await using var rig = await Rig(SessionReuse.Use);

        (await rig.CallAsync("Эхо", headers: (SessionHeaders.Header, "Start"))).Status.Should().Be(400);
    }

    private static Task<OneCRig> Rig(SessionReuse reuse, int poolSize = 10, TimeSpan? maxAge = null) => OneCRig.StartAsync(new OneCOptions
    {
        HttpServices = new SessionOptions { Reuse = reuse, PoolSize = poolSize, PoolTimeout = TimeSpan.Zero, MaxAge = maxAge ?? TimeSpan.FromMinutes(5) },
    });
}
