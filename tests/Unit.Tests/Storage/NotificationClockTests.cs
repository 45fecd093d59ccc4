using Cleverence.Connectivity;
using global::ServerJobs.Background;
using Server.Storage;

namespace Unit.Tests.Storage;

/// <summary>What becomes of notifications when the clock of the server was wrong.</summary>
[TestClass]
public sealed class NotificationClockTests : IDisposable
{
    private static readonly BackgroundOwner Owner = new("key-1", "TSD-1");
    private readonly TemporaryHome home = new();
    private readonly SqlBackgroundStore store;

    public NotificationClockTests() => store = new SqlBackgroundStore(home.Database, home.Time);

    [TestMethod]
    public async Task After_a_clock_a_day_ahead_moments_begin_anew_and_what_it_left_is_dropped()
    {
        var right = home.Time.GetUtcNow();
        home.Time.SetUtcNow(right.AddDays(1));
        await NotifyAsync("ahead");
        home.Time.SetUtcNow(right);
        await NotifyAsync("now");

        var told = await ToldAsync(0);
        await store.RemoveExpiredAsync(right, default);

        told.Should().ContainSingle().Which.Should().Match<Notification>(one => one.Id == "now" && one.AddedMs == right.ToUnixTimeMilliseconds());
        (await store.FindNotificationAsync(Owner, "ahead", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Session_whose_place_lies_in_the_time_before_is_given_what_came_since()
    {
        var right = home.Time.GetUtcNow();
        home.Time.SetUtcNow(right.AddDays(1));
        await NotifyAsync("ahead");
        var place = (await ToldAsync(0)).Single().AddedMs;
        home.Time.SetUtcNow(right);
        await NotifyAsync("now");

        (await ToldAsync(place)).Should().ContainSingle().Which.Id.Should().Be("now");
    }

    [TestMethod]
    public async Task Clock_set_back_a_little_leaves_the_moments_growing()
    {
        await NotifyAsync("first");
        home.Time.SetUtcNow(home.Time.GetUtcNow().AddMinutes(-30));
        await NotifyAsync("second");

        var told = await ToldAsync(0);

        told.Select(one => one.Id).Should().Equal("first", "second");
        told[1].AddedMs.Should().BeGreaterThan(told[0].AddedMs);
    }

    public void Dispose() => home.Dispose();

    private async Task NotifyAsync(string id) => await store.NotifyAsync(new Notification(id, NotificationKinds.Notice, Owner, "none", new ConnectorRecord { { "status", "Running" } }), default);

    private async Task<IReadOnlyList<Notification>> ToldAsync(long after) => await store.ListNotificationsAsync(new NotificationQuery(Owner, after, 10), default);
}
