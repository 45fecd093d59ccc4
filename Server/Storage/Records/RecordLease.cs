using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A lease that one connector holds.</summary>
internal sealed class RecordLease(ConnectorRecords records, string name, string holder, long fence) : IRecordLease
{
    public string Name => name;

    public long Fence => fence;

    public ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken) => records.RenewAsync(name, holder, time, cancellationToken);

    public ValueTask DisposeAsync() => records.GiveBackAsync(name, holder);
}
