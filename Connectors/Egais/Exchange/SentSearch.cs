using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Looks whether a document without a verdict arrived at its UTM. It is absent only when the UTM answered everything, long enough ago, and showed nothing that could be it.</summary>
internal sealed class SentSearch(EgaisPlan plan, UtmClient utm, UtmOwners owners, IExchange exchange, TimeProvider time)
{
    private const int Page = 50;
    private static readonly IReadOnlyList<IncomingStage> Kept = [IncomingStage.Stored];

    public async ValueTask<FindOutcome> FindAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        var sent = SentTrace.Of(message);
        if (await InKeptAsync(message, sent, cancellationToken).ConfigureAwait(false) is { } kept) return Found(kept, "a kept answer carries its Identity");
        if (plan.TryFind(message.Content.Organisation) is not { Enabled: true } organisation) return new FindOutcome(FindVerdict.NotYet) { Error = UtmErrors.NotConfigured(message.Content.Organisation) };
        // Its UTM is at the workplace; only what the workplace brings can tell.
        if (organisation.Mode == ExchangeMode.Client) return NotYet("the UTM is reached by its workplace only; its tickets will tell");
        var identity = await owners.EnsureAsync(organisation, cancellationToken).ConfigureAwait(false);
        var traces = new UtmTraces(plan, utm, exchange, organisation, identity.Epoch, message, sent);
        if (await traces.FindAsync(cancellationToken).ConfigureAwait(false) is { } found) return Found(found.RequestId, found.By);
        var waited = time.GetUtcNow() - (message.SentAt ?? message.StageSince);
        if (traces.Unclear.Count > 0) return NotYet($"{traces.Unclear.Count.ToString(CultureInfo.InvariantCulture)} traces at the UTM may be its own or somebody else's, such as {traces.Unclear[0]}");
        if (waited < plan.VerifyWait) return NotYet("nothing at the UTM yet") with { After = plan.VerifyWait - waited };
        // Another program may have taken the answer out of the box before anybody here has seen it.
        if (!organisation.Exclusive) return NotYet("somebody else may read this UTM too and may have removed its answer; a person has to decide (or set 'exclusive')");
        return new FindOutcome(FindVerdict.Absent)
        {
            Proof = $"The UTM listed its out-box, its in-box and the requests it tells of {waited.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s after the attempt; every trace there belongs to another message.",
        };
    }

    private static FindOutcome NotYet(string because) => new(FindVerdict.NotYet) { Proof = $"Not found yet: {because}." };

    private static FindOutcome Found(string requestId, string by) => new(FindVerdict.Found) { RequestId = requestId, Proof = $"Found: {by}." };

    // Somebody else may have removed from the UTM what we have read already.
    private async ValueTask<string?> InKeptAsync(ExchangeMessage message, SentTrace sent, CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            var page = await exchange.ListIncomingAsync(message.Content.Organisation, Kept, after, Page, cancellationToken).ConfigureAwait(false);
            foreach (var item in page)
            {
                if (DocumentTrace.Read(item.Payload) is { } answer && sent.IsAnsweredBy(answer) == true && RequestIdOf(item.Item.ReplyTo, answer) is { } id && await IsFreeAsync(message, id, cancellationToken).ConfigureAwait(false)) return id;
            }

            if (page.Count < Page) return null;
            after = page[^1].Id;
        }
    }

    private async ValueTask<bool> IsFreeAsync(ExchangeMessage message, string id, CancellationToken cancellationToken) =>
        await exchange.FindByRequestIdAsync(message.Content.Organisation, id, cancellationToken).ConfigureAwait(false) is not { } other || other.Id == message.Id;

    internal static string? RequestIdOf(string? replyId, DocumentTrace answer) => ReplyIds.Normalise(replyId) ?? ReplyIds.Normalise(answer.TransportId);
}
