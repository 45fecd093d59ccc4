using Cleverence.Connectivity;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Records whose caller's process may end at each call; a dead process gives no lease back.</summary>
internal sealed class BreakingRecords(IConnectorRecords inner, Breaker breaker) : IConnectorRecords
{
    public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.GetAsync(kind, key, cancellationToken).AsTask()));

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.ListAsync(query, cancellationToken).AsTask()));

    public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.WriteAsync(changes, cancellationToken).AsTask()));

    public async ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken)
    {
        var lease = await breaker.CallAsync(() => inner.TryLeaseAsync(name, time, cancellationToken).AsTask());
        return lease is null ? null : new BreakingLease(lease, breaker);
    }

    private sealed class BreakingLease(IRecordLease inner, Breaker breaker) : IRecordLease
    {
        public string Name => inner.Name;

        public long Fence => inner.Fence;

        public ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken) => new(breaker.CallAsync(() => inner.RenewAsync(time, cancellationToken).AsTask()));

        public ValueTask DisposeAsync() => breaker.Dead ? ValueTask.CompletedTask : inner.DisposeAsync();
    }
}
