using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What is kept of a box and belongs to nothing: old enough, it is taken as handled, so that its bytes go into the protocol and its copy out of the UTM. Nothing new is read.</summary>
internal sealed class OldItems(EgaisAdapter adapter, EgaisRhythm rhythm, TimeProvider time) : IExchangeAdapter, IIncomingAdapter
{
    public IDocumentStatuses Statuses => adapter.Statuses;

    public ISigner? SignerOf(string organisation) => null;

    public ValueTask<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken) => adapter.SendAsync(message, cancellationToken);

    public ValueTask<FindOutcome> FindSentAsync(ExchangeMessage message, CancellationToken cancellationToken) => adapter.FindSentAsync(message, cancellationToken);

    public ValueTask<ReplyOutcome> GetReplyAsync(ExchangeMessage message, CancellationToken cancellationToken) => adapter.GetReplyAsync(message, cancellationToken);

    public TimeSpan? DelayOf(ExchangeMessage message) => adapter.DelayOf(message);

    public ValueTask<SessionChallenge?> SetSessionKeyAsync(SessionChallenge challenge, ReadOnlyMemory<byte> cms, CancellationToken cancellationToken) => new((SessionChallenge?)null);

    public IAsyncEnumerable<IncomingItem> ListIncomingAsync(string organisation, CancellationToken cancellationToken) => AsyncEnumerable.Empty<IncomingItem>();

    public ValueTask<byte[]> FetchIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => adapter.FetchIncomingAsync(item, cancellationToken);

    public int RankOf(StoredIncoming item) => adapter.RankOf(item);

    public ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken)
    {
        var isOld = LifeOf(item.Item.Kind) is { } life && item.CreatedAt + life <= time.GetUtcNow();
        return new(isOld ? new IncomingOutcome(true) { Operation = item.Item.Kind ?? "", Description = "It belonged to nothing of ours for too long: archived and removed from the UTM." } : new IncomingOutcome(false));
    }

    public bool MayAcknowledge(string organisation) => adapter.MayAcknowledge(organisation);

    public ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => adapter.AcknowledgeIncomingAsync(item, cancellationToken);

    private TimeSpan? LifeOf(string? kind) => kind?.ToUpperInvariant() switch
    {
        "TICKET" => rhythm.TicketLife,
        "TTNHISTORYF2REG" => rhythm.HistoryLife,
        { } reply when reply.StartsWith("REPLY", StringComparison.Ordinal) => rhythm.ReplyLife,
        _ => null,
    };
}
