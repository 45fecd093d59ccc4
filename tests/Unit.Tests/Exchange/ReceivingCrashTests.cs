using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A server dies at every call it makes while it takes a box in slices, of the store or of the adapter, before and after the call's effect. Another one goes on.</summary>
[TestClass]
public sealed class ReceivingCrashTests : EngineSetting
{
    private const int MostCalls = 130;
    private const string Kind = "ТТН";
    private readonly ConcurrentBag<string> tooEarly = [];

    private static DocumentStatusTable Statuses { get; } = new DocumentStatusTable(new StatusEntry("Черновик"))
        .Add(Kind, "Прием", new OperationStatuses(new StatusEntry("-"), new StatusEntry("-"), new StatusEntry("Принят"), new StatusEntry("-")));

    public static IEnumerable<object[]> Points => from at in Enumerable.Range(0, MostCalls) from after in new[] { false, true } select new object[] { at, after };

    [TestMethod]
    [DynamicData(nameof(Points))]
    public async Task Every_item_has_its_effect_once_and_is_removed_after_it_wherever_the_server_dies(int at, bool after)
    {
        Fill();
        await DieAsync(new CrashPoint(at, after));

        Engine = NewEngine();
        Adapter = NewAdapter();
        await ReceiveAsync();
        await ReceiveAsync();

        Remote.Box.Should().BeEmpty();
        tooEarly.Should().BeEmpty("a copy is removed only after its meaning is committed");
        await AssertEachOnceAsync();
    }

    [TestMethod]
    public async Task Every_call_of_a_whole_run_was_tried()
    {
        Fill();
        var point = new CrashPoint(int.MaxValue, true);

        await DieAsync(point);

        Remote.Box.Should().BeEmpty("nobody died");
        point.Calls.Should().BeInRange(60, MostCalls);
    }

    // Eight documents, one of them twice under two numbers, one in two halves.
    private void Fill()
    {
        for (var at = 0; at < 8; at++) Put(string.Create(CultureInfo.InvariantCulture, $"i-{at}"));
        Put("j-twin", "i-2");
        Put("k-half", "half of i-5");
    }

    private async Task AssertEachOnceAsync()
    {
        var kept = await Store.ListIncomingAsync(Id, Organisation, Enum.GetValues<IncomingStage>(), null, 100, false, default);
        kept.Select(item => item.Item.RemoteId).Should().BeEquivalentTo("i-0", "i-1", "i-2", "i-3", "i-4", "i-5", "i-6", "i-7", "j-twin", "k-half");
        kept.Should().OnlyContain(item => item.Stage == IncomingStage.Acknowledged);
        var facts = new List<int>();
        for (var at = 0; at < 8; at++) facts.Add((await Store.ListProtocolAsync(Id, $"doc i-{at}", false, default)).Count(record => record.Fact is not null));
        facts.Should().Equal(Enumerable.Repeat(1, 8));
    }

    private async Task DieAsync(CrashPoint point)
    {
        Engine = NewEngine(new CrashingStore(Store, point));
        var adapter = NewAdapter();
        adapter.ParallelFetches = 1;
        var (fetch, handle, acknowledge) = (adapter.OnFetch!, adapter.OnHandle!, adapter.OnAcknowledge!);
        adapter.OnFetch = item => At(point, () => fetch(item));
        adapter.OnHandle = item => At(point, () => handle(item));
        adapter.OnAcknowledge = item => At(point, () =>
        {
            acknowledge(item);
            return true;
        });
        Adapter = adapter;
        // A run that ends within itself is a dead one here too: its store answers nothing any more.
        await Task.WhenAny(ReceiveAsync().AsTask());
    }

    private ReceivingAdapter NewAdapter() => new(Remote, Statuses)
    {
        SliceSize = 3,
        OnDelay = _ => null,
        OnFetch = item => Remote.Box[item.RemoteId].Bytes,
        OnHandle = Handle,
        OnAcknowledge = item =>
        {
            if (Store.FindIncomingAsync(Id, Organisation, item.RemoteId, default).GetAwaiter().GetResult() is not { Stage: IncomingStage.Handled or IncomingStage.Acknowledged }) tooEarly.Add(item.RemoteId);
            Remote.Box.TryRemove(item.RemoteId, out _);
        },
    };

    // The half needs nothing more than to be completed by the fifth.
    private static IncomingOutcome Handle(StoredIncoming item)
    {
        var text = Encoding.UTF8.GetString(item.Payload);
        if (text.StartsWith("half", StringComparison.Ordinal)) return new IncomingOutcome(true) { Operation = "Half", Facts = [Fact("doc i-5")], Records = [new RecordChange("taken", "i-5", [1])], Completes = ["i-5"] };
        if (text == "i-5") return new IncomingOutcome(false);
        return new IncomingOutcome(true) { Operation = "WayBill_v4", Document = $"doc {text}", Facts = [Fact($"doc {text}")], Records = [new RecordChange("taken", text, [1])] };
    }

    private static DocumentFact Fact(string document) => new(document, Kind, "Прием", FactKind.Received) { Organisation = Organisation };

    private ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);

    private void Put(string remoteId, string? bytes = null) => Remote.Box[remoteId] = (new IncomingItem(Organisation, remoteId, "/" + remoteId), Encoding.UTF8.GetBytes(bytes ?? remoteId));

    private static T At<T>(CrashPoint point, Func<T> call)
    {
        point.Before();
        var result = call();
        point.After();
        return result;
    }
}
