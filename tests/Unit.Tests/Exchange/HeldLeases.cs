using Cleverence.Connectivity;

namespace Unit.Tests.Exchange;

/// <summary>Records of which only the leases work; another server may hold them.</summary>
internal sealed class HeldLeases : IConnectorRecords
{
    private readonly List<string> given = [];

    public bool IsHeld { get; set; }

    public IReadOnlyList<string> Given => given;

    public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken)
    {
        if (IsHeld) return ValueTask.FromResult<IRecordLease?>(null);
        given.Add(name);
        return ValueTask.FromResult<IRecordLease?>(new Lease(name));
    }

    public ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken) => throw new NotSupportedException();

    private sealed class Lease(string name) : IRecordLease
    {
        public string Name => name;

        public long Fence => 1;

        public ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
