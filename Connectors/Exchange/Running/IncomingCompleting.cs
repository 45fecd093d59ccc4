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
        foreach (var item in await FindAsync(ids).ConfigureAwait(false))
        {
            if (item.Id == by || item.Stage != IncomingStage.Stored) continue;
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

    // By its id in the box, which is the usual one; by the engine's else.
    private async Task<IReadOnlyList<StoredIncoming>> FindAsync(IReadOnlyCollection<string> ids)
    {
        List<StoredIncoming> found = [];
        List<string> unknown = [];
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await ReadAsync(id).ConfigureAwait(false) is { } item) found.Add(item);
            else unknown.Add(id);
        }

        if (unknown.Count == 0) return found;
        foreach (var named in await KnownIncoming.FindAsync(parts, organisation, IncomingKey.Id, unknown, CancellationToken.None).ConfigureAwait(false))
        {
            if (found.All(item => item.Id != named.Id) && await ReadAsync(named.Item.RemoteId).ConfigureAwait(false) is { } item) found.Add(item);
        }

        return found;
    }

    private Task<StoredIncoming?> ReadAsync(string remoteId) => parts.Store.FindIncomingAsync(parts.ConnectorId, organisation, remoteId, CancellationToken.None);
}
