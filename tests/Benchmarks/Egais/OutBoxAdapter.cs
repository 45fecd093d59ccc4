using System.Runtime.CompilerServices;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Benchmarks.Egais;

/// <summary>An adapter that takes every document for one of its own.</summary>
internal sealed class OutBoxAdapter(OutBoxCalls calls) : ScriptedAdapter(new RemoteSide(), Table), IIncomingAdapter
{
    public const string Organisation = "030000000001";

    private const string Kind = "IncomingWaybill", Operation = "IncomingWayBill";

    private static readonly DocumentStatusTable Table = new DocumentStatusTable(new StatusEntry("Draft"))
        .Add(Kind, Operation, new OperationStatuses(new StatusEntry("ToSend"), new StatusEntry("Processing"), new StatusEntry("ReceivedFromEgais", "AcceptWaybill"), new StatusEntry("Error")));

    // As the connector has it.
    public int ParallelFetches => 3;

    public async IAsyncEnumerable<IncomingItem> ListIncomingAsync(string organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var path in calls.ListAsync(cancellationToken)) yield return new IncomingItem(organisation, path, path) { Kind = "WayBill_v4" };
    }

    public async ValueTask<byte[]> FetchIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => await calls.ReadAsync(item.Address, cancellationToken);

    public int RankOf(StoredIncoming item) => 0;

    public ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken) => ValueTask.FromResult(new IncomingOutcome(true)
    {
        Operation = Operation,
        Document = item.Item.Address,
        Facts = [new DocumentFact(item.Item.Address, Kind, Operation, FactKind.Received) { Organisation = Organisation }],
    });

    public bool MayAcknowledge(string organisation) => true;

    public async ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => await calls.DeleteAsync(item.Address, cancellationToken);
}
