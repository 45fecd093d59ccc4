using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>The kept items that another one completes: they are handled in the same commit, and their bytes go into the protocol with its document.</summary>
internal sealed class IncomingCompleting(EngineParts parts, string organisation, IncomingOutcome outcome)
{
    private readonly List<StoredIncoming> completed = [];

    /// <summary>What is handled with the commit, without its bytes.</summary>
    public IReadOnlyList<StoredIncoming> Completed => completed;

    /// <summary>Puts them into a commit.</summary>
    /// <param name="draft">The commit.</param>
    /// <param name="by">The item that completes them, which is not among them.</param>
    public async Task AddAsync(CommitDraft draft, string by)
    {
        completed.Clear();
        if (outcome.Completes is not { Count: > 0 } ids) return;
        var known = await KnownIncoming.FindAsync(parts, organisation, IncomingKey.RemoteId, ids, CancellationToken.None).ConfigureAwait(false);
        var named = await KnownIncoming.FindAsync(parts, organisation, IncomingKey.Id, ids, CancellationToken.None).ConfigureAwait(false);
        foreach (var found in known.Concat(named).DistinctBy(item => item.Id).Where(item => item.Id != by))
        {
            if (await parts.Store.FindIncomingAsync(parts.ConnectorId, organisation, found.Item.RemoteId, CancellationToken.None).ConfigureAwait(false) is not { Stage: IncomingStage.Stored } item) continue;
            draft.Change(item with { Stage = IncomingStage.Handled, LastError = null, Payload = [] });
            draft.Write(new ProtocolRecord(parts.Ids.Next(), item.Item.Kind ?? "", parts.Now)
            {
                Incoming = true,
                Document = outcome.Document,
                RequestId = item.Item.ReplyTo,
                Payload = item.Payload,
                Description = $"It was kept until it was completed by another item{(outcome.Operation is { Length: > 0 } operation ? $", {operation}" : "")}.",
            });
            completed.Add(item with { Stage = IncomingStage.Handled, Payload = [] });
        }
    }
}
