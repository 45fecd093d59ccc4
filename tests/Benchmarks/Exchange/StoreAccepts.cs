using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace Benchmarks.Exchange;

/// <summary>The server's store alone: message, protocol and state of the document in one commit, in groups of those who wait at the same time.</summary>
internal sealed class StoreAccepts : IAcceptSide
{
    private const string Connector = "znak";
    private readonly BenchStore home = new();

    public async Task AcceptAsync(AcceptedMessage message)
    {
        var now = TimeProvider.System.GetUtcNow();
        var content = new OutgoingMessage(message.Organisation, "UTILISATION", message.Payload) { Id = message.Id, Purpose = "Suz", Document = message.Document, DocumentKind = "Report", ProductGroup = "milk", Format = "3.0", User = "bench" };
        var fact = new DocumentFact(message.Document, "Report", "UTILISATION", FactKind.Prepared) { Organisation = message.Organisation, MessageId = message.Id, At = now };
        var conflict = await home.Store.CommitAsync(
            new ExchangeCommit(Connector)
            {
                Added = [new ExchangeMessage(message.Id, content) { CreatedAt = now, ChangedAt = now, StageSince = now }],
                Documents = [new DocumentState(message.Document, "Report", "ToBeSent") { Actions = ["RunExchange", "CancelTransfer"], Organisation = message.Organisation, Operation = "UTILISATION", ChangedAt = now }],
                Protocol = [new ProtocolRecord(Guid.CreateVersion7().ToString(), "UTILISATION", now) { MessageId = message.Id, Document = message.Document, Stage = ExchangeStage.Enqueued, Fact = fact, Payload = message.Payload, PayloadHash = message.Hash, Format = "3.0", Node = "bench", User = "bench" }],
            },
            CancellationToken.None);
        if (conflict is not null) throw new InvalidOperationException($"{conflict.What} {conflict.Key} was there already.");
    }

    public void Dispose() => home.Dispose();
}
