using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What one UTM shows of requests that this server does not know: each is the message that is looked for, somebody else's, or unclear.</summary>
internal sealed class UtmTraces(EgaisPlan plan, UtmClient utm, IExchange exchange, EgaisOrganisation organisation, string epoch, ExchangeMessage message, SentTrace sent)
{
    // Clocks of computers beside tills may be wrong by hours and by the zone.
    private static readonly TimeSpan ClockFault = TimeSpan.FromDays(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(5);
    private static readonly IReadOnlyList<ExchangeStage> WithoutId = [ExchangeStage.Sending, ExchangeStage.Uncertain, ExchangeStage.Parked];
    private readonly HashSet<string> others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unclear = new(StringComparer.Ordinal);
    private readonly HashSet<string> ofItsType = new(StringComparer.Ordinal);
    private int reads;

    /// <summary>Traces that cannot be told apart from the message.</summary>
    public IReadOnlyList<string> Unclear => [.. unclear.Where(trace => !others.Contains(trace.Key)).Select(trace => trace.Value)];

    /// <summary>The request id of the message, and what it was recognised by; null when nothing is surely its.</summary>
    /// <exception cref="ConnectorException">The UTM did not answer one of the questions; nothing can be concluded then.</exception>
    public async ValueTask<(string RequestId, string By)?> FindAsync(CancellationToken cancellationToken)
    {
        var box = new List<UtmEntry>();
        await foreach (var entry in utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false))
        {
            if (entry.NormalReplyId is not null || entry.Is("Ticket")) box.Add(entry);
        }

        foreach (var entry in box.OrderBy(entry => entry.Is("Ticket") ? 0 : 1).ThenByDescending(entry => entry.Order))
        {
            if (await InOutBoxAsync(entry, cancellationToken).ConfigureAwait(false) is { } id) return (id, $"{entry.Path} in the out-box is its answer");
        }

        foreach (var entry in await utm.InboxAsync(organisation, cancellationToken).ConfigureAwait(false))
        {
            if (await InInBoxAsync(entry, cancellationToken).ConfigureAwait(false) is { } id) return (id, $"{entry.Path} in the in-box carries its Identity");
        }

        foreach (var entry in await utm.StateAsync(organisation, cancellationToken).ConfigureAwait(false))
        {
            if (IdOf(entry) is { } id && await IsUnknownAsync(entry, id, cancellationToken).ConfigureAwait(false)) unclear.TryAdd(id, $"request {id}");
        }

        return await TheOnlyOneAsync(cancellationToken).ConfigureAwait(false) is { } only ? (only, "it is the only request of its type there that no other message made, and nobody else uses this UTM") : null;
    }

    // Requests for a repeal and questions carry no Identity, and their first tickets no number either.
    private async ValueTask<string?> TheOnlyOneAsync(CancellationToken cancellationToken)
    {
        if (sent.Identity is not null) return null;
        var left = unclear.Keys.Where(id => !others.Contains(id)).ToList();
        if (!organisation.Exclusive || left is not [var only] || !ofItsType.Contains(only)) return null;
        var open = await exchange.ListMessagesAsync(new ExchangeQuery { Organisation = organisation.FsrarId, Stages = WithoutId, Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        return open.Any(other => other.Id != message.Id && other.RequestId is null && SentTrace.Of(other).DocType.Equals(sent.DocType, StringComparison.OrdinalIgnoreCase)) ? null : only;
    }

    private void NoteType(UtmEntry entry, string? id, DocumentTrace answer)
    {
        if (id is null || !answer.IsTicket || answer.DocType is null || !DocumentTrace.PlainType(answer.DocType).Equals(sent.DocType, StringComparison.OrdinalIgnoreCase)) return;
        if (entry.At is { } at && message.SentAt is { } sentAt && at < sentAt - Moment) return;
        ofItsType.Add(id);
    }

    private async ValueTask<string?> InOutBoxAsync(UtmEntry entry, CancellationToken cancellationToken)
    {
        var replyId = entry.NormalReplyId;
        if (!await IsUnknownAsync(entry, replyId, cancellationToken).ConfigureAwait(false)) return null;
        if (await TraceAsync(entry.Path, fromStore: true, cancellationToken).ConfigureAwait(false) is not { } answer)
        {
            unclear.TryAdd(replyId ?? entry.Path, entry.Path);
            return null;
        }

        var id = SentSearch.RequestIdOf(entry.ReplyId, answer);
        switch (sent.IsAnsweredBy(answer))
        {
            case true when id is not null && (replyId is not null || await IsUnknownAsync(entry, id, cancellationToken).ConfigureAwait(false)):
                return id;
            case false:
                if (id is not null) others.Add(id);
                break;
            case null when replyId is not null || id is null || await IsUnknownAsync(entry, id, cancellationToken).ConfigureAwait(false):
                unclear.TryAdd(id ?? entry.Path, entry.Path);
                NoteType(entry, id, answer);
                break;
        }

        return null;
    }

    private async ValueTask<string?> InInBoxAsync(UtmEntry entry, CancellationToken cancellationToken)
    {
        if (IdOf(entry) is not { } id || !await IsUnknownAsync(entry, id, cancellationToken).ConfigureAwait(false)) return null;
        var verdict = await TraceAsync(entry.Path.StartsWith('/') ? entry.Path : $"/opt/in/{entry.Path}", fromStore: false, cancellationToken).ConfigureAwait(false) is { } taken ? sent.IsSameAs(taken) : null;
        if (verdict == true) return id;
        if (verdict == false) others.Add(id);
        else unclear.TryAdd(id, entry.Path);
        return null;
    }

    private static string? IdOf(UtmEntry entry) => entry.NormalReplyId ?? ReplyIds.Normalise(entry.Number);

    /// <summary>Whether a trace is of nobody we know and can be of this message at all.</summary>
    private async ValueTask<bool> IsUnknownAsync(UtmEntry entry, string? id, CancellationToken cancellationToken)
    {
        if (ReplyIds.OwnerOf(entry.ReplyId) is { } owner && owner != organisation.FsrarId) return false;
        if (entry.At is { } at && message.SentAt is { } sentAt && at < sentAt - ClockFault) return false;
        if (id is null) return true;
        if (others.Contains(id)) return false;
        if (await exchange.FindByRequestIdAsync(organisation.FsrarId, id, cancellationToken).ConfigureAwait(false) is null) return true;
        others.Add(id);
        return false;
    }

    private async ValueTask<DocumentTrace?> TraceAsync(string path, bool fromStore, CancellationToken cancellationToken)
    {
        if (fromStore && await exchange.FindIncomingAsync(organisation.FsrarId, BoxIds.Of(epoch, path), cancellationToken).ConfigureAwait(false) is { Payload.Length: > 0 } stored) return DocumentTrace.Read(stored.Payload);
        if (++reads > plan.Limits.SearchReads) return null;
        try
        {
            return DocumentTrace.Read(await utm.FetchAsync(organisation, path, cancellationToken).ConfigureAwait(false));
        }
        catch (ConnectorException failure) when (failure.Error.Reason is UtmReasons.Gone or UtmReasons.NotXml)
        {
            return null;
        }
    }
}
