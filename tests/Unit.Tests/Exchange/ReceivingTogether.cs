using System.Globalization;
using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>A box whose items are received in one slice, and the commits that this takes.</summary>
public abstract class ReceivingTogether : EngineSetting
{
    private const string Kind = "ТТН";

    protected ReceivingTogether()
    {
        var table = new DocumentStatusTable(new StatusEntry("Черновик")).Add(Kind, "WayBill", new OperationStatuses(new StatusEntry("-"), new StatusEntry("-"), new StatusEntry("ПринятИзЕГАИС"), new StatusEntry("-")));
        Receiving = new ReceivingAdapter(Remote, table) { SliceSize = 100, OnDelay = _ => null };
        Adapter = Receiving;
        var (store, faults) = FaultyStore.Over(Store);
        faults.Before = (_, argument) =>
        {
            if (argument is not ExchangeCommit commit || commit.Incoming.All(item => item.Stage != IncomingStage.Handled)) return;
            Commits.Add(commit.Incoming.Count);
            if (Breaks(commit)) throw new InvalidCastException("A row that cannot be read.");
            if (Refuses(commit) is { } error) throw new ConnectorException(error);
        };
        Engine = NewEngine(store);
    }

    protected ReceivingAdapter Receiving { get; }

    /// <summary>How many items each commit handled.</summary>
    protected IList<int> Commits { get; } = [];

    private protected Func<ExchangeCommit, bool> Breaks { get; set; } = _ => false;

    private protected Func<ExchangeCommit, ConnectorError?> Refuses { get; set; } = _ => null;

    protected static IncomingOutcome Received(string document) =>
        new(true) { Document = document, Facts = [new DocumentFact(document, Kind, "WayBill", FactKind.Received) { Organisation = Organisation }] };

    protected static RecordChange Record(string key, string? name) => new("kind", key, [1]) { Index1 = name is null ? null : Organisation, Index2 = name, ExpectedVersion = 0 };

    protected void Fill(int count, Func<int, string>? replyTo = null)
    {
        for (var at = 0; at < count; at++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"i-{at:000}");
            Remote.Box[id] = (new IncomingItem(Organisation, id, "/" + id) { ReplyTo = replyTo?.Invoke(at) }, Encoding.UTF8.GetBytes(id));
        }
    }

    protected ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);
}
