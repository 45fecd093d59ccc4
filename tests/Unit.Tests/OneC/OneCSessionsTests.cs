using Cleverence.Connectivity;
using Connectors.OneC;
using TestKit;

namespace Unit.Tests.OneC;

/// <summary>Places and sessions of the three modes.</summary>
[TestClass]
public sealed class OneCSessionsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider time = new();

    [TestMethod]
    [DataRow("None")]
    [DataRow("Auto")]
    public async Task Modes_that_1C_runs_itself_say_nothing_of_sessions(string mode)
    {
        var sessions = Sessions(Enum.Parse<OneCSessionMode>(mode));

        using var lease = await sessions.EnterAsync("hs/conn", Patience, default);

        lease.Headers.Should().BeEmpty();
        lease.InSession.Should().BeFalse();
    }

    [TestMethod]
    public async Task Explicit_session_is_started_once_and_kept()
    {
        var sessions = Sessions(OneCSessionMode.Explicit);
        using (var first = await sessions.EnterAsync("hs/conn", Patience, default))
        {
            first.Headers.Select(pair => $"{pair.Key}: {pair.Value}").Should().Equal("IBSession: start");
            first.Session!.Keep("abc", time.GetTimestamp());
        }

        using var second = await sessions.EnterAsync("hs/conn", Patience, default);

        second.Headers.Select(pair => $"{pair.Key}: {pair.Value}").Should().Equal("Cookie: ibsession=abc");
        second.InSession.Should().BeTrue();
    }

    [TestMethod]
    public async Task One_session_takes_its_calls_one_after_another()
    {
        var sessions = Sessions(OneCSessionMode.Explicit);
        var first = await sessions.EnterAsync("hs/conn", Patience, default);
        first.Session!.Keep("abc", time.GetTimestamp());

        using var beside = await sessions.EnterAsync("hs/conn", Patience, default);

        beside.Session.Should().NotBeSameAs(first.Session);
        beside.Headers.Select(pair => $"{pair.Key}: {pair.Value}").Should().Equal("IBSession: start");
        first.Dispose();
    }

    [TestMethod]
    public async Task Lost_session_is_not_used_again()
    {
        var sessions = Sessions(OneCSessionMode.Explicit);
        using (var first = await sessions.EnterAsync("hs/conn", Patience, default))
        {
            first.Session!.Keep("abc", time.GetTimestamp());
            first.Lose();
        }

        using var second = await sessions.EnterAsync("hs/conn", Patience, default);

        second.InSession.Should().BeFalse();
    }

    [TestMethod]
    [DataRow(17, true)]
    [DataRow(18, false)]
    [DataRow(60, false)]
    public async Task Session_that_has_been_idle_for_its_age_is_not_tried(int seconds, bool used)
    {
        var sessions = Sessions(OneCSessionMode.Explicit);
        using (var first = await sessions.EnterAsync("hs/conn", Patience, default)) first.Session!.Keep("abc", time.GetTimestamp());
        time.Advance(TimeSpan.FromSeconds(seconds));

        using var second = await sessions.EnterAsync("hs/conn", Patience, default);

        second.InSession.Should().Be(used);
    }

    [TestMethod]
    public async Task Session_of_one_service_is_not_offered_to_another()
    {
        var sessions = Sessions(OneCSessionMode.Explicit);
        using (var first = await sessions.EnterAsync("hs/conn", Patience, default)) first.Session!.Keep("abc", time.GetTimestamp());

        using var second = await sessions.EnterAsync("ws/Gate", Patience, default);

        second.InSession.Should().BeFalse();
        sessions.TakeOpen().Select(session => (session.Area, session.Cookie)).Should().Equal(("hs/conn", "abc"));
    }

    [TestMethod]
    public async Task Service_that_reuses_sessions_itself_is_told_nothing()
    {
        using var lease = await Sessions(OneCSessionMode.Explicit).EnterAsync(null, Patience, default);

        lease.Headers.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Call_without_a_place_waits_and_then_is_busy()
    {
        var sessions = Sessions(OneCSessionMode.Auto, places: 1);
        using var first = await sessions.EnterAsync("hs/conn", Patience, default);
        var second = sessions.EnterAsync("hs/conn", Patience, default);
        second.IsCompleted.Should().BeFalse();

        time.Advance(Patience);

        var error = (await ((Func<Task>)(() => second)).Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Code.Should().Be(ConnectorErrorCode.Busy);
        error.Reason.Should().Be("ONEC_PLACES_TAKEN");
        error.InDoubt.Should().BeFalse();
    }

    [TestMethod]
    public async Task Waiting_call_takes_the_place_that_becomes_free()
    {
        var sessions = Sessions(OneCSessionMode.Auto, places: 1);
        var first = await sessions.EnterAsync("hs/conn", Patience, default);
        var second = sessions.EnterAsync("hs/conn", Patience, default);

        first.Dispose();

        (await second.WaitAsync(TimeSpan.FromSeconds(10))).Dispose();
        second.IsCompletedSuccessfully.Should().BeTrue();
    }

    [TestMethod]
    public void After_406_fewer_calls_go_out_for_a_while()
    {
        var sessions = Sessions(OneCSessionMode.Auto, places: 4);

        sessions.Shrink();
        sessions.Shrink();
        var shrunk = sessions.Limit;
        time.Advance(TimeSpan.FromSeconds(30));

        shrunk.Should().Be(2);
        sessions.Limit.Should().Be(4);
    }

    [TestMethod]
    public void One_place_always_stays()
    {
        var sessions = Sessions(OneCSessionMode.Auto, places: 2);

        foreach (var _ in Enumerable.Range(0, 5)) sessions.Shrink();

        sessions.Limit.Should().Be(1);
    }

    private OneCSessions Sessions(OneCSessionMode mode, int places = 4) => new(mode, places, TimeSpan.FromSeconds(20), time);
}
