using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Newtonsoft.Json.Linq;

namespace Connectors.Egais;

/// <summary>Looks things up in the engine and in the connector's own records.</summary>
internal sealed class EgaisLookup(IExchange exchange, IConnectorRecords records, DocumentCards cards) : IEgaisLookup
{
    private const int Page = 1000;

    public ValueTask<ExchangeMessage?> FindByRequestIdAsync(string fsrarId, string requestId, CancellationToken cancellationToken) => exchange.FindByRequestIdAsync(fsrarId, requestId, cancellationToken);

    public async ValueTask<ExchangeMessage?> FindByIdentityAsync(string fsrarId, string identity, CancellationToken cancellationToken)
    {
        if (await records.GetAsync(RecordKinds.Identity, $"{fsrarId}/{identity}", cancellationToken).ConfigureAwait(false) is not { } record) return null;
        return (string?)JObject.Parse(Encoding.UTF8.GetString(record.Content))["message"] is { } message ? await exchange.FindMessageAsync(message, cancellationToken).ConfigureAwait(false) : null;
    }

    public ValueTask<IReadOnlyList<ExchangeMessage>> MessagesOfAsync(string document, CancellationToken cancellationToken) =>
        exchange.ListMessagesAsync(new ExchangeQuery { Document = document, Stages = Enum.GetValues<ExchangeStage>(), Limit = Page }, cancellationToken);

    // The gate of a question keeps all that are open.
    public async ValueTask<ExchangeMessage?> FindResendAsync(string fsrarId, string regId, CancellationToken cancellationToken)
    {
        var record = await records.GetAsync(RecordKinds.Gate, Gate.KeyOf(fsrarId, EgaisOperation.QueryResend), cancellationToken).ConfigureAwait(false);
        foreach (var entry in Gate.Read(fsrarId, EgaisOperation.QueryResend, record).Entries.Reverse().Where(entry => entry.Parameter == regId || entry.Parameter.Length == 0))
        {
            if (await exchange.FindMessageAsync(entry.Message, cancellationToken).ConfigureAwait(false) is { IsFinal: false, RequestId: not null } message && Answers.ParameterOf(message) == regId) return message;
        }

        return null;
    }

    public ValueTask<IReadOnlyList<EgaisDocument>> FindByRegIdAsync(string fsrarId, string regId, CancellationToken cancellationToken) => cards.ListAsync(fsrarId, regId, null, 10, cancellationToken);

    public ValueTask<EgaisDocument?> FindByNumberAsync(string fsrarId, EgaisDocumentKind kind, string number, DateOnly date, CancellationToken cancellationToken) => cards.FindByNumberAsync(fsrarId, kind, number, date, cancellationToken);

    public ValueTask<EgaisDocument?> FindCardAsync(string document, CancellationToken cancellationToken) => cards.FindAsync(document, cancellationToken);

    public ValueTask<DocumentState?> StateOfAsync(string document, CancellationToken cancellationToken) => exchange.FindDocumentAsync(document, cancellationToken);

    public async ValueTask<IReadOnlyList<WaybillHalf>> FindHalvesAsync(string fsrarId, string pairKey, CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(new RecordQuery(RecordKinds.Half) { Index1 = pairKey, Index2 = fsrarId }, cancellationToken).ConfigureAwait(false)).Select(Halves.Read)];

    public ValueTask KeepHalfAsync(WaybillHalf half, CancellationToken cancellationToken) => records.WriteAsync([Halves.Change(half)], cancellationToken);

    public async ValueTask<StoredIncoming?> FindStoredAsync(string fsrarId, string remoteId, CancellationToken cancellationToken) =>
        await exchange.FindIncomingAsync(fsrarId, remoteId, cancellationToken).ConfigureAwait(false) is { Stage: IncomingStage.Stored } item ? item : null;
}
