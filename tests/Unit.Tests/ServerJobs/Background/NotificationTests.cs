using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs.Background;

namespace Unit.Tests.ServerJobs.Background;

[TestClass]
public sealed class NotificationTests : IDisposable
{
    private readonly BackgroundBench bench = new();

    [TestMethod]
    public async Task Notice_replaces_the_one_with_the_same_key_and_expires()
    {
        var feedback = await FeedbackAsync();
        feedback.Notify(new UserNotice("первое") { Key = "k" });
        feedback.Notify(new UserNotice("второе") { Key = "k", Status = NoticeStatus.Important, Lifetime = TimeSpan.FromMinutes(1) });
        feedback.Notify(new UserNotice("другое"));
        await bench.ToldAsync(told => told.Count == 2);

        var shown = bench.Told().Select(told => ((ConnectorRecord)told.Content["notice"]!)["text"]).ToList();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        var later = bench.Told().Select(told => ((ConnectorRecord)told.Content["notice"]!)["text"]).ToList();

        shown.Should().Equal("второе", "другое");
        later.Should().Equal("другое");
    }

    [TestMethod]
    public async Task Content_over_a_kilobyte_is_kept_apart_and_found_by_the_id()
    {
        var feedback = await FeedbackAsync();
        feedback.Tell(new UserMessage(new string('ж', 2000)));
        await bench.ToldAsync(told => told.Count == 1);

        var listed = bench.Told()[0];
        var whole = await bench.Notifications.FindAsync(BackgroundBench.Owner, listed.Id, CancellationToken.None);
        var foreign = await bench.Notifications.FindAsync(new BackgroundOwner("key-1", "other"), listed.Id, CancellationToken.None);

        listed.IsLarge.Should().BeTrue();
        listed.Content.Count.Should().Be(0);
        ((ConnectorRecord)((IReadOnlyList<object?>)whole!.Content["messages"]!)[0]!)["text"].Should().Be(new string('ж', 2000));
        foreign.Should().BeNull();
    }

    [TestMethod]
    public async Task Moments_grow_also_when_the_clock_is_set_back_and_over_a_restart()
    {
        var feedback = await FeedbackAsync();
        feedback.Tell(new UserMessage("1"));
        await bench.ToldAsync(told => told.Count == 1);
        var first = bench.Told()[0].AddedMs;
        bench.Time.SetUtcNow(bench.Time.GetUtcNow() - TimeSpan.FromMinutes(10));
        bench.Restart();

        feedback = await FeedbackAsync();
        feedback.Tell(new UserMessage("2"));
        await bench.ToldAsync(told => told.Count == 2);

        bench.Told()[1].AddedMs.Should().Be(first + 1);
    }

    [TestMethod]
    public async Task Session_without_a_place_to_go_on_from_is_given_the_last_120_seconds()
    {
        var feedback = await FeedbackAsync();
        feedback.Tell(new UserMessage("old"));
        await bench.ToldAsync(told => told.Count == 1);
        bench.Time.Advance(TimeSpan.FromSeconds(121));
        feedback.Tell(new UserMessage("new"));
        await bench.ToldAsync(told => told.Count == 2);

        var missed = await bench.Notifications.ReadAsync(BackgroundBench.Owner, await bench.Notifications.BeginAsync(CancellationToken.None), 10, CancellationToken.None);
        var all = await bench.Notifications.ReadAsync(BackgroundBench.Owner, 0, 10, CancellationToken.None);

        missed.Should().ContainSingle();
        all.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Notification_is_kept_for_an_hour()
    {
        var feedback = await FeedbackAsync();
        feedback.Tell(new UserMessage("old"));
        await bench.ToldAsync(told => told.Count == 1);

        bench.Time.Advance(TimeSpan.FromMinutes(59));
        var before = await bench.Notifications.ReadAsync(BackgroundBench.Owner, 0, 10, CancellationToken.None);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        var after = await bench.Notifications.ReadAsync(BackgroundBench.Owner, 0, 10, CancellationToken.None);
        await bench.Store.RemoveExpiredAsync(bench.Time.GetUtcNow(), CancellationToken.None);

        before.Should().ContainSingle();
        after.Should().BeEmpty();
        bench.Told().Should().BeEmpty();
    }

    [TestMethod]
    public async Task Other_key_or_device_is_told_nothing()
    {
        var feedback = await FeedbackAsync();
        feedback.Tell(new UserMessage("mine"));
        await bench.ToldAsync(told => told.Count == 1);

        (await bench.Notifications.ReadAsync(new BackgroundOwner("key-1", "TSD-2"), 0, 10, CancellationToken.None)).Should().BeEmpty();
        (await bench.Notifications.ReadAsync(new BackgroundOwner("key-2", "TSD-1"), 0, 10, CancellationToken.None)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Who_waits_for_news_is_woken_by_them()
    {
        var feedback = await FeedbackAsync();
        var next = bench.Notifications.Next(BackgroundBench.Owner);
        var before = next.IsCompleted;

        feedback.Tell(new UserMessage("news"));

        await next.WaitAsync(TimeSpan.FromSeconds(20));
        before.Should().BeFalse();
        bench.Told().Should().ContainSingle("what woke can be read at once");
    }

    [TestMethod]
    [DataRow(null, 24 * 60)]
    [DataRow(-10, 24 * 60)]
    [DataRow(0, 60)]
    [DataRow(30, 90)]
    [DataRow(600, 660)]
    public void Result_lives_an_hour_after_its_owner_was_last_seen_or_a_day_when_he_was_not_there(int? seenAfterEnd, int expected)
    {
        var ended = new DateTimeOffset(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
        DateTimeOffset? seen = seenAfterEnd is { } minutes ? ended.AddMinutes(minutes) : null;

        BackgroundLifetimes.ExpiryOf(ended, seen).Should().Be(ended.AddMinutes(expected));
    }

    [TestMethod]
    [DataRow(true, 59, true)]
    [DataRow(true, 61, false)]
    [DataRow(false, 61, true)]
    [DataRow(false, 24 * 60 + 1, false)]
    public async Task Result_over_its_lifetime_is_gone_for_readers_and_removed(bool ownerThere, int minutes, bool there)
    {
        var ended = await bench.EndedAsync((await bench.StartAsync()).Id);
        var seen = ownerThere ? ended.EndedAt!.Value : ended.EndedAt!.Value - TimeSpan.FromMinutes(10);
        await bench.Store.SeenAsync(BackgroundBench.Owner, seen, CancellationToken.None);
        bench.Time.Advance(TimeSpan.FromMinutes(minutes));

        var read = await bench.Operations.ReadResultAsync(ended, CancellationToken.None);
        await bench.Store.RemoveExpiredAsync(bench.Time.GetUtcNow(), CancellationToken.None);
        var kept = await bench.Store.ReadResultAsync(ended.Id, ended.EndedAt!.Value, CancellationToken.None);

        (read is not null, kept is not null).Should().Be((there, there));
        bench.Find(ended.Id).Should().NotBeNull("the record of an operation outlives its result");
    }

    [TestMethod]
    public async Task Operation_is_removed_after_a_week_with_all_that_belongs_to_it()
    {
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        (await begun).Feedback.Tell(new UserMessage("m"));
        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(operation.Id);

        bench.Time.Advance(TimeSpan.FromDays(7));
        await bench.Store.RemoveExpiredAsync(bench.Time.GetUtcNow(), CancellationToken.None);

        bench.Find(operation.Id).Should().BeNull();
        (await bench.Store.ReadMessagesAsync(operation.Id, remove: false, CancellationToken.None)).Should().BeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private async Task<ICallFeedback> FeedbackAsync()
    {
        var (_, begun) = bench.Hold();
        await bench.StartAsync();
        return (await begun).Feedback;
    }
}
