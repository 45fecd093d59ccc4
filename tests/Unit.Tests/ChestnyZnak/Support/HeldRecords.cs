using Cleverence.Connectivity;

namespace Unit.Tests.ChestnyZnak;

/// <summary>A connector's records in memory; several connectors may share one, as servers share a store.</summary>
internal sealed class HeldRecords(TimeProvider clock) : IConnectorRecords
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Kind, string Key), (RecordChange Change, long Version)> rows = new(Comparer<(string Kind, string Key)>.Create((one, other) => string.CompareOrdinal($"{one.Kind}\n{one.Key}", $"{other.Kind}\n{other.Key}")));
    private readonly Dictionary<string, (long Fence, DateTimeOffset Until, Guid Holder)> leases = [];

    /// <summary>The changes as they were written, the newest for each key.</summary>
    public IReadOnlyList<RecordChange> All
    {
        get
        {
            lock (gate) return [.. rows.Values.Select(row => row.Change)];
        }
    }

    public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken)
    {
        lock (gate) return new(rows.TryGetValue((kind, key), out var row) && !IsOver(row.Change) ? Stored(row) : null);
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return new(rows.Values.Where(row => row.Change.Kind == query.Kind && !IsOver(row.Change)
                    && (query.Index1 is null || row.Change.Index1 == query.Index1) && (query.Index2 is null || row.Change.Index2 == query.Index2)
                    && (query.After is null || string.CompareOrdinal(row.Change.Key, query.After) > 0))
                .Take(query.Limit).Select(Stored).ToList());
        }
    }

    /// <summary>Looks whether changes would be taken.</summary>
    public Task CheckAsync(IReadOnlyList<RecordChange> changes)
    {
        lock (gate)
        {
            foreach (var change in changes)
            {
                var version = rows.TryGetValue((change.Kind, change.Key), out var row) ? row.Version : 0;
                if (change.Key.Length > 300) throw new ArgumentException($"The key of {change.Kind} has {change.Key.Length} characters.");
                if (change.ExpectedVersion is { } expected && expected != version) throw new ConnectorException(ConnectorErrorCode.Conflict, $"{change.Kind} {change.Key} has version {version}.");
            }
        }

        return Task.CompletedTask;
    }

    public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            CheckAsync(changes).GetAwaiter().GetResult();
            foreach (var change in changes)
            {
                var version = rows.TryGetValue((change.Kind, change.Key), out var row) ? row.Version : 0;
                if (change.Content is null) rows.Remove((change.Kind, change.Key));
                else rows[(change.Kind, change.Key)] = (change with { Content = [.. change.Content] }, version + 1);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var fence = leases.TryGetValue(name, out var held) ? held.Fence : 0;
            if (fence > 0 && held.Until > now) return new((IRecordLease?)null);
            var holder = Guid.NewGuid();
            leases[name] = (fence + 1, now + time, holder);
            return new(new Lease(this, name, fence + 1, holder));
        }
    }

    private bool IsOver(RecordChange change) => change.ExpiresAt <= clock.GetUtcNow();

    private StoredRecord Stored((RecordChange Change, long Version) row) =>
        new(row.Change.Kind, row.Change.Key, [.. row.Change.Content!], row.Version) { Index1 = row.Change.Index1, Index2 = row.Change.Index2, ExpiresAt = row.Change.ExpiresAt, ChangedAt = clock.GetUtcNow() };

    private sealed class Lease(HeldRecords owner, string name, long fence, Guid holder) : IRecordLease
    {
        public string Name => name;

        public long Fence => fence;

        public ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken) => new(true);

        public ValueTask DisposeAsync()
        {
            lock (owner.gate)
            {
                if (owner.leases.TryGetValue(name, out var held) && held.Holder == holder) owner.leases[name] = held with { Until = DateTimeOffset.MinValue };
            }

            return ValueTask.CompletedTask;
        }
    }
}
