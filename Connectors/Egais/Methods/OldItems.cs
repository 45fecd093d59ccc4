using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What is kept of a box and belongs to nothing: old enough, it is taken as handled, so that its bytes go into the protocol and its copy out of the UTM. Nothing new is read.</summary>
internal sealed class OldItems(EgaisAdapter adapter, IExchange exchange, EgaisRhythm rhythm, TimeProvider time) : IExchangeAdapter, IIncomingAdapter
{
    private const int Page = 200;
    private static readonly IReadOnlyList<ExchangeStage> WithoutVerdict = [ExchangeStage.Sending, ExchangeStage.Uncertain, ExchangeStage.Parked];
    private readonly Dictionary<string, DateTimeOffset?> lost = new(StringComparer.Ordinal);

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

    public async ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken)
    {
        if (LifeOf(item.Item.Kind) is not { } life || item.CreatedAt + life > time.GetUtcNow()) return new IncomingOutcome(false);
        // What it belongs to may be known by now.
        var outcome = await adapter.HandleNowAsync(item, cancellationToken).ConfigureAwait(false);
        if (outcome.Handled || outcome.Error is not null || outcome.Description == Outcomes.Unclear || await MayBeOfLostAsync(item, cancellationToken).ConfigureAwait(false)) return outcome;
        return new IncomingOutcome(true) { Operation = item.Item.Kind ?? "", Description = "It belonged to nothing of ours for too long: archived and removed from the UTM." };
    }

    public bool MayAcknowledge(string organisation) => adapter.MayAcknowledge(organisation);

    public ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken) => adapter.AcknowledgeIncomingAsync(item, cancellationToken);

    // Nobody knows the request id of a message whose verdict was lost: what came after it may be its answer, and the proof that it arrived.
    private async ValueTask<bool> MayBeOfLostAsync(StoredIncoming item, CancellationToken cancellationToken)
    {
        if (!lost.TryGetValue(item.Item.Organisation, out var since)) lost[item.Item.Organisation] = since = await FirstLostAsync(item.Item.Organisation, cancellationToken).ConfigureAwait(false);
        return since <= item.CreatedAt;
    }

    private async ValueTask<DateTimeOffset?> FirstLostAsync(string organisation, CancellationToken cancellationToken)
    {
        DateTimeOffset? first = null;
        for (string? after = null; ;)
        {
            var page = await exchange.ListMessagesAsync(new ExchangeQuery { Organisation = organisation, Stages = WithoutVerdict, After = after, Limit = Page }, cancellationToken).ConfigureAwait(false);
            foreach (var message in page)
            {
                var sent = message.SentAt ?? message.CreatedAt;
                if (first is null || sent < first) first = sent;
            }

            if (page.Count < Page) return first;
            after = page[^1].Id;
        }
    }

    private TimeSpan? LifeOf(string? kind) => kind?.ToUpperInvariant() switch
    {
        "TICKET" => rhythm.TicketLife,
        "TTNHISTORYF2REG" => rhythm.HistoryLife,
        { } reply when reply.StartsWith("REPLY", StringComparison.Ordinal) => rhythm.ReplyLife,
        _ => null,
    };
}
