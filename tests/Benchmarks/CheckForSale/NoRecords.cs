using Cleverence.Connectivity;

namespace Benchmarks.CheckForSale;

/// <summary>A store that keeps nothing: with a fixed key and a list at hand a check reads nothing from it.</summary>
internal sealed class NoRecords : IConnectorRecords
{
    public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken) => new((StoredRecord?)null);

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) => new([]);

    public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken) => new((IRecordLease?)null);
}
