using Cleverence.Connectivity;

namespace TestKit.Exchange;

/// <summary>A connector's records in memory, strict about versions and leases. Several connectors may share one, as servers share a store. Thread-safe.</summary>
/// <param name="clock">The clock of leases and expiry.</param>
public sealed class MemoryConnectorRecords(TimeProvider clock) : IConnectorRecords
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Kind, string Key), StoredRecord> rows = [];
    private readonly Dictionary<string, (long Fence, DateTimeOffset Until)> leases = [];

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return new(rows.GetValueOrDefault((kind, key)) is { } row && IsAlive(row) ? Copy(row) : null);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new([.. rows.Values
                .Where(row => row.Kind == query.Kind && IsAlive(row) && (query.Index1 is null || row.Index1 == query.Index1) && (query.Index2 is null || row.Index2 == query.Index2))
                .Where(row => query.After is null || string.CompareOrdinal(row.Key, query.After) > 0)
                .OrderBy(row => row.Key, StringComparer.Ordinal).Take(query.Limit).Select(Copy)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            foreach (var change in changes)
            {
                if (change.Key.Length > 300) throw new ArgumentException($"The key of {change.Kind} is {change.Key.Length} characters long.");
                if (change.ExpectedVersion is { } expected && expected != VersionOf(change)) throw new ConnectorException(ConnectorErrorCode.Conflict, $"{change.Kind} {change.Key} has version {VersionOf(change)}, not {expected}.");
            }

            foreach (var change in changes) Apply(change);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (leases.TryGetValue(name, out var held) && held.Until > now) return new((IRecordLease?)null);
            leases[name] = (held.Fence + 1, now + time);
            return new(new MemoryLease(this, name, held.Fence + 1));
        }
    }

    internal bool Renew(string name, long fence, TimeSpan until)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (leases[name] is var held && (held.Fence != fence || held.Until <= now)) return false;
            leases[name] = (fence, now + until);
            return true;
        }
    }

    internal void Release(string name, long fence)
    {
        lock (gate)
        {
            if (leases[name].Fence == fence) leases[name] = (fence, DateTimeOffset.MinValue);
        }
    }

    private void Apply(RecordChange change)
    {
        if (change.Content is null) rows.Remove((change.Kind, change.Key));
        else rows[(change.Kind, change.Key)] = new StoredRecord(change.Kind, change.Key, [.. change.Content], VersionOf(change) + 1) { Index1 = change.Index1, Index2 = change.Index2, ExpiresAt = change.ExpiresAt, ChangedAt = clock.GetUtcNow() };
    }

    private long VersionOf(RecordChange change) => rows.GetValueOrDefault((change.Kind, change.Key))?.Version ?? 0;

    private bool IsAlive(StoredRecord row) => row.ExpiresAt is null || row.ExpiresAt > clock.GetUtcNow();

    private static StoredRecord Copy(StoredRecord row) => row with { Content = [.. row.Content] };
}
