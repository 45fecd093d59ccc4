using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Looks up what is known of items in a box, many at a time and without their bytes.</summary>
internal static class KnownIncoming
{
    /// <summary>The last known item under each remote id: where one was acknowledged and its id came again with other bytes, the later one.</summary>
    /// <returns>The items by the id in the box; what is unknown is missing.</returns>
    public static async Task<IReadOnlyDictionary<string, StoredIncoming>> FindAsync(EngineParts parts, string organisation, IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, StoredIncoming>(StringComparer.Ordinal);
        // Only what was removed once can have come again, so the further rounds are about very few.
        List<string> asked = [.. remoteIds.Distinct(StringComparer.Ordinal)];
        for (var number = 1; asked.Count > 0; number++)
        {
            var byName = asked.ToDictionary(id => BoxNames.Of(id, number), id => id, StringComparer.Ordinal);
            List<string> again = [];
            foreach (var found in await FindAsync(parts, organisation, IncomingKey.RemoteId, byName.Keys, cancellationToken).ConfigureAwait(false))
            {
                var id = byName[found.Item.RemoteId];
                last[id] = found;
                if (found.Stage == IncomingStage.Acknowledged) again.Add(id);
            }

            asked = again;
        }

        return last;
    }

    /// <summary>Finds items by any number of keys.</summary>
    public static async Task<IReadOnlyList<StoredIncoming>> FindAsync(EngineParts parts, string organisation, IncomingKey by, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        List<StoredIncoming> all = [];
        foreach (var some in keys.Chunk(IExchangeStore.MostKeys)) all.AddRange(await parts.Store.FindIncomingAsync(parts.ConnectorId, organisation, by, some, cancellationToken).ConfigureAwait(false));
        return all;
    }

    /// <summary>What has had its effect already among what has the same bytes as some items.</summary>
    /// <returns>The first item with each bytes in answer to the same message.</returns>
    public static async Task<Dictionary<(string Hash, string? ReplyTo), StoredIncoming>> HandledAsync(EngineParts parts, string organisation, IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        var first = new Dictionary<(string Hash, string? ReplyTo), StoredIncoming>();
        foreach (var handled in await FindAsync(parts, organisation, IncomingKey.HandledHash, [.. hashes.Where(hash => hash.Length > 0).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false)) first.TryAdd(IncomingTwins.KeyOf(handled), handled);
        return first;
    }
}
