using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Asks the out-box for the answers to one message, for somebody who does not want to wait for the next receiving. It keeps nothing and removes nothing.</summary>
internal sealed class AnswerReading(UtmClient utm, UtmOwners owners, IncomingHandler handler, TimeProvider time)
{
    public async ValueTask<ReplyOutcome> ReadAsync(EgaisOrganisation organisation, ExchangeMessage message, CancellationToken cancellationToken)
    {
        var identity = await owners.EnsureAsync(organisation, cancellationToken).ConfigureAwait(false);
        var entries = new List<UtmEntry>();
        await foreach (var entry in utm.ListAsync(organisation, null, cancellationToken).ConfigureAwait(false))
        {
            // Halves of waybills are the receiving's affair.
            if (entry.NormalReplyId is { } id && id == message.RequestId && !entry.Type.StartsWith("WayBill", StringComparison.OrdinalIgnoreCase)) entries.Add(entry);
        }

        var said = new List<ReplyOutcome>();
        foreach (var entry in entries.OrderBy(entry => entry.Order))
        {
            var item = new IncomingItem(organisation.FsrarId, BoxIds.Of(identity.Epoch, entry.Path), entry.Path) { Kind = entry.Type, ReplyTo = entry.NormalReplyId };
            var bytes = await utm.FetchAsync(organisation, entry.Path, cancellationToken).ConfigureAwait(false);
            var outcome = await handler.HandleAsync(new StoredIncoming(entry.Path, item, bytes) { Stage = IncomingStage.Stored, CreatedAt = time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            said.AddRange(outcome.Replies.Where(reply => reply.Key == message.Id || reply.Key == message.RequestId).Select(reply => reply.Value));
        }

        // A refusal stands whatever else came; of the others the one that ends it.
        return said.Find(reply => reply.Verdict is ReplyVerdict.Rejected or ReplyVerdict.Reversed) ?? said.Find(reply => reply.Verdict is ReplyVerdict.Done or ReplyVerdict.DonePartly) ?? said.LastOrDefault() ?? new ReplyOutcome(ReplyVerdict.Same);
    }
}
