using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What others may say of incoming items: try a parked one again, and that remote copies are removed.</summary>
internal sealed class IncomingVerbs(EngineParts parts, string? user)
{
    public async Task<StoredIncoming> ReleaseAsync(string organisation, string remoteId, CancellationToken cancellationToken)
    {
        // A server that works on it at this moment changes it once, so that the second look is the last.
        for (var again = false; ; again = true)
        {
            var known = await KnownIncoming.FindAsync(parts, organisation, [remoteId], cancellationToken).ConfigureAwait(false);
            if (!known.TryGetValue(remoteId, out var item)) throw new ConnectorException(ExchangeErrors.UnknownIncoming(organisation, remoteId));
            if (item.Stage != IncomingStage.Parked) throw new ConnectorException(ExchangeErrors.NotParked(remoteId, item.Stage));
            var released = item with { Stage = item.Hash.Length > 0 ? IncomingStage.Stored : IncomingStage.Seen, Attempt = 0, LastError = null };
            var conflict = await parts.Store.CommitAsync(new ExchangeCommit(parts.ConnectorId) { Incoming = [released], Protocol = [RecordOf(item, "A person gave it back to be tried again.")] }, cancellationToken).ConfigureAwait(false);
            if (conflict is null) return released with { Version = released.Version + 1 };
            if (again) throw new ConnectorException(ExchangeErrors.Contended(conflict.What, conflict.Key));
        }
    }

    public async Task<int> AcknowledgedAsync(string organisation, IReadOnlyList<string> remoteIds, CancellationToken cancellationToken)
    {
        var known = await KnownIncoming.FindAsync(parts, organisation, remoteIds, cancellationToken).ConfigureAwait(false);
        var handled = known.Values.Where(item => item.Stage == IncomingStage.Handled).ToList();
        if (handled.Count == 0) return 0;
        var commit = new ExchangeCommit(parts.ConnectorId)
        {
            Acknowledged = [.. handled.Select(item => item.Id)],
            Protocol = [.. handled.Select(item => RecordOf(item, "Somebody else removed the remote copy."))],
        };
        await parts.Store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        return handled.Count;
    }

    private ProtocolRecord RecordOf(StoredIncoming item, string description) => new(parts.Ids.Next(), item.Item.Kind ?? "", parts.Now)
    {
        Incoming = true,
        RequestId = item.Item.ReplyTo,
        PayloadHash = item.Hash.Length > 0 ? item.Hash : null,
        Description = description,
        Node = parts.Options.NodeName,
        User = user,
    };
}
