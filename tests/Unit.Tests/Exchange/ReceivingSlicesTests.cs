using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A large box is taken in slices: one after another within a run, each complete before the next.</summary>
[TestClass]
public sealed class ReceivingSlicesTests : EngineSetting
{
    private readonly ReceivingAdapter receiving;

    public ReceivingSlicesTests()
    {
        receiving = new ReceivingAdapter(Remote) { SliceSize = 10, OnDelay = _ => null };
        Adapter = receiving;
    }

    [TestMethod]
    public async Task Whole_box_is_taken_in_one_run_slice_by_slice()
    {
        Fill(35);

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 35 && report.Failed == 0);
        Remote.Box.Should().BeEmpty();
        Kinds().Should().Equal("List", "Fetch 10", "Handle 10", "Acknowledge 10", "Fetch 10", "Handle 10", "Acknowledge 10", "Fetch 10", "Handle 10", "Acknowledge 10", "Fetch 5", "Handle 5", "Acknowledge 5");
    }

    [TestMethod]
    public async Task Slice_is_stored_in_one_commit_handled_in_one_and_its_removals_are_noted_in_one()
    {
        Fill(30);
        var (store, faults) = FaultyStore.Over(Store);
        var commits = new ConcurrentQueue<(int Stored, int Handled, int Acknowledged)>();
        faults.Before = (_, argument) =>
        {
            if (argument is ExchangeCommit commit) commits.Enqueue((commit.Incoming.Count(item => item.Stage == IncomingStage.Stored), commit.Incoming.Count(item => item.Stage == IncomingStage.Handled), commit.Acknowledged.Count));
        };
        Engine = NewEngine(store);

        await ReceiveAsync();

        commits.Count(commit => commit == (10, 0, 0)).Should().Be(3);
        commits.Count(commit => commit == (0, 10, 0)).Should().Be(3);
        commits.Count(commit => commit == (0, 0, 10)).Should().Be(3);
        commits.Should().HaveCount(9);
    }

    [TestMethod]
    public async Task Slice_ends_early_when_its_bytes_are_many()
    {
        Options.IncomingSliceBytes = 250;
        Fill(6, size: 100);

        await ReceiveAsync();

        Kinds().Should().Equal("List", "Fetch 3", "Handle 3", "Acknowledge 3", "Fetch 3", "Handle 3", "Acknowledge 3");
    }

    [TestMethod]
    public async Task Items_are_fetched_side_by_side_and_stored_in_the_order_of_the_box()
    {
        receiving.ParallelFetches = 3;
        Fill(9);
        var most = 0;
        var now = 0;
        using var three = new Barrier(3);
        receiving.OnFetch = item =>
        {
            var running = Interlocked.Increment(ref now);
            InterlockedMax(ref most, running);
            three.SignalAndWait(TimeSpan.FromSeconds(20));
            Interlocked.Decrement(ref now);
            return Encoding.UTF8.GetBytes(item.RemoteId);
        };

        await ReceiveAsync();

        most.Should().Be(3);
        Remote.Box.Should().BeEmpty();
        receiving.Calls.Where(call => call.StartsWith("Handle", StringComparison.Ordinal)).Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCount(9);
    }

    [TestMethod]
    public async Task What_is_handled_in_a_slice_is_gone_from_the_box_before_the_next_is_fetched()
    {
        Fill(20);
        List<int> left = [];
        receiving.OnFetch = item =>
        {
            left.Add(Remote.Box.Count);
            return Encoding.UTF8.GetBytes(item.RemoteId);
        };

        await ReceiveAsync();

        left.Should().Equal(Enumerable.Repeat(20, 10).Concat(Enumerable.Repeat(10, 10)));
    }

    [TestMethod]
    public async Task Removals_of_a_slice_go_beside_the_fetching_of_the_next_and_end_before_it_is_handled()
    {
        receiving.ParallelFetches = 3;
        Fill(20);
        using var isFetchingNext = new ManualResetEventSlim();
        var areBeside = false;
        receiving.OnFetch = item =>
        {
            if (item.RemoteId == "i-010") isFetchingNext.Set();
            return Encoding.UTF8.GetBytes(item.RemoteId);
        };
        receiving.OnAcknowledge = item =>
        {
            if (item.RemoteId == "i-000") areBeside = isFetchingNext.Wait(TimeSpan.FromSeconds(20));
            Remote.Box.TryRemove(item.RemoteId, out _);
        };
        List<int> left = [];
        receiving.OnHandle = item =>
        {
            left.Add(Remote.Box.Count);
            return new IncomingOutcome(true);
        };

        await ReceiveAsync();

        areBeside.Should().BeTrue();
        left.Should().Equal(Enumerable.Repeat(20, 10).Concat(Enumerable.Repeat(10, 10)));
    }

    [TestMethod]
    public async Task Half_meets_its_other_half_of_a_later_slice()
    {
        Fill(25);
        receiving.OnHandle = item => item.Item.RemoteId switch
        {
            "i-003" => new IncomingOutcome(false),
            "i-022" => new IncomingOutcome(true) { Operation = "Pair", Document = "д", Completes = ["i-003"] },
            _ => new IncomingOutcome(true),
        };

        await ReceiveAsync();

        Remote.Box.Should().BeEmpty();
        (await ItemAsync("i-003")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Acknowledged && item.Payload.Length > 0);
        (await Store.ListProtocolAsync(Id, "д", true, default)).Select(record => Encoding.UTF8.GetString(record.Payload!)).Should().BeEquivalentTo("i-003", "i-022");
        receiving.Calls.Should().ContainSingle(call => call == "Handle i-003");
    }

    [TestMethod]
    public async Task Kept_item_is_tried_again_within_the_run_only_if_something_has_happened_since()
    {
        Fill(12);
        receiving.OnHandle = item => new IncomingOutcome(item.Item.RemoteId != "i-003");

        await ReceiveAsync();
        receiving.Calls.Count(call => call == "Handle i-003").Should().Be(2, "its slice, and once after all the others were handled");
        await ReceiveAsync();

        receiving.Calls.Count(call => call == "Handle i-003").Should().Be(3, "nothing else happened in the second run");
        (await ItemAsync("i-003")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Stored && item.Attempt == 0);
    }

    [TestMethod]
    public async Task Kept_items_that_wait_for_each_other_are_tried_once_more_after_the_first_of_them_was_handled()
    {
        Fill(2);
        receiving.OnHandle = _ => new IncomingOutcome(false);
        await ReceiveAsync();
        var isSecondDone = false;
        receiving.OnHandle = item => new IncomingOutcome(item.Item.RemoteId == "i-001" ? isSecondDone = true : isSecondDone);

        await ReceiveAsync();

        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Kept_items_of_many_pages_hold_up_nothing_new()
    {
        Fill(45);
        receiving.OnHandle = _ => new IncomingOutcome(false);
        await ReceiveAsync();
        receiving.OnHandle = item => new IncomingOutcome(item.Item.RemoteId.StartsWith("new", StringComparison.Ordinal));
        Put("new-1");

        await ReceiveAsync();

        Remote.Box.Should().HaveCount(45).And.NotContainKey("new-1");
        receiving.Calls.Last(call => call.StartsWith("Handle new", StringComparison.Ordinal)).Should().Be("Handle new-1");
        receiving.Count("Handle").Should().Be(45 + 1 + 45);
    }

    [TestMethod]
    public async Task Item_that_somebody_else_took_is_dropped_and_is_no_failure()
    {
        Fill(3);
        receiving.OnFetch = item => item.RemoteId == "i-001" ? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, "Gone.") { Reason = IIncomingAdapter.NotFound }) : [1, 2, (byte)item.RemoteId[^1]];

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 0 && report.Received == 2);
        (await Store.FindIncomingAsync(Id, Organisation, "i-001", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Item_that_was_seen_and_that_somebody_else_took_then_waits_no_longer()
    {
        Fill(1);
        receiving.OnFetch = _ => throw new IOException();
        await ReceiveAsync();
        (await ItemAsync("i-000")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Seen && item.Attempt == 1);
        Remote.Box.Clear();
        receiving.OnFetch = _ => throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, "Gone.") { Reason = IIncomingAdapter.NotFound });

        var result = await ReceiveAsync();

        result.Organisations.Single().Failed.Should().Be(0);
        (await Store.OpenOrganisationsAsync(Id, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Number_that_was_used_before_and_comes_with_other_bytes_is_a_new_item()
    {
        Put("n", "first");
        await ReceiveAsync();
        Put("n", "second");
        await ReceiveAsync();
        Put("n", "third");
        receiving.OnAcknowledge = _ => { };
        await ReceiveAsync();
        receiving.OnAcknowledge = null;
        await ReceiveAsync();

        receiving.Calls.Where(call => call.StartsWith("Handle", StringComparison.Ordinal)).Should().Equal("Handle n", "Handle n#2", "Handle n#3");
        receiving.Calls.Where(call => call.StartsWith("Fetch", StringComparison.Ordinal) || call.StartsWith("Acknowledge", StringComparison.Ordinal)).Distinct().Should().Equal("Fetch n", "Acknowledge n");
        Remote.Box.Should().BeEmpty();
        Encoding.UTF8.GetString((await ItemAsync("n#2")).Payload).Should().Be("second");
        (await ItemAsync("n#3")).Stage.Should().Be(IncomingStage.Acknowledged);
    }

    [TestMethod]
    public async Task Kept_item_under_a_number_used_before_is_not_taken_for_another_new_one()
    {
        Put("n", "first");
        await ReceiveAsync();
        Put("n", "half");
        receiving.OnHandle = _ => new IncomingOutcome(false);
        await ReceiveAsync();
        await ReceiveAsync();

        (await Store.ListIncomingAsync(Id, Organisation, Enum.GetValues<IncomingStage>(), null, 10, false, default)).Select(item => item.Item.RemoteId).Should().Equal("n", "n#2");
    }

    [TestMethod]
    public async Task Dead_box_stops_the_slices_and_what_is_stored_is_handled()
    {
        Fill(30);
        receiving.OnFetch = item => item.RemoteId is "i-012" or "i-013" ? throw new IOException() : Encoding.UTF8.GetBytes(item.RemoteId);

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Stopped && report.Received == 10);
        receiving.Count("Fetch").Should().Be(14);
        receiving.OnFetch = null;
        Clock.Advance(TimeSpan.FromMinutes(1));
        await ReceiveAsync();
        Remote.Box.Should().BeEmpty();
        (await Store.ListIncomingAsync(Id, Organisation, [IncomingStage.Acknowledged], null, 100, false, default)).Should().HaveCount(30);
    }

    [TestMethod]
    public async Task Removal_that_fails_is_tried_once_in_a_run_and_receiving_goes_on()
    {
        Fill(25);
        receiving.OnAcknowledge = item => throw new ConnectorException(ConnectorErrorCode.Rejected, "No.");

        var result = await ReceiveAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Received == 25 && report.Failed == 25 && !report.Stopped);
        receiving.Count("Acknowledge").Should().Be(25);
    }

    [TestMethod]
    public async Task Failing_item_is_tried_once_in_a_run_whatever_else_happens()
    {
        Fill(25);
        receiving.OnHandle = item => item.Item.RemoteId == "i-004" ? throw new ConnectorException(Away) : new IncomingOutcome(true);

        await ReceiveAsync();

        receiving.Calls.Count(call => call == "Handle i-004").Should().Be(1);
        (await ItemAsync("i-004")).Attempt.Should().Be(1);
    }

    private void Fill(int count, int size = 0)
    {
        for (var at = 0; at < count; at++) Put(string.Create(CultureInfo.InvariantCulture, $"i-{at:000}"), size == 0 ? null : at.ToString(CultureInfo.InvariantCulture).PadLeft(size, '0'));
    }

    private void Put(string remoteId, string? bytes = null) => Remote.Box[remoteId] = (new IncomingItem(Organisation, remoteId, "/" + remoteId), Encoding.UTF8.GetBytes(bytes ?? remoteId));

    private async Task<StoredIncoming> ItemAsync(string remoteId) => (await Store.FindIncomingAsync(Id, Organisation, remoteId, default))!;

    private ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);

    // The calls in runs of one kind, such as "Fetch 10".
    private List<string> Kinds()
    {
        List<(string Kind, int Count)> runs = [];
        foreach (var kind in receiving.Calls.Select(call => call.Split(' ')[0]))
        {
            if (runs.Count > 0 && runs[^1].Kind == kind) runs[^1] = (kind, runs[^1].Count + 1);
            else runs.Add((kind, 1));
        }

        return [.. runs.Select(run => run.Kind == "List" ? run.Kind : $"{run.Kind} {run.Count}")];
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); seen < value; seen = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, value, seen);
    }
}
