using Cleverence.Connectivity;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Counts the records that are read.</summary>
internal sealed class CountingRecords(IConnectorRecords inner) : IConnectorRecords
{
    public int Read { get; private set; }

    public async ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken)
    {
        Read++;
        return await inner.GetAsync(kind, key, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var found = await inner.ListAsync(query, cancellationToken);
        Read += found.Count;
        return found;
    }

    public ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken) => inner.WriteAsync(changes, cancellationToken);

    public ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken) => inner.TryLeaseAsync(name, time, cancellationToken);
}
