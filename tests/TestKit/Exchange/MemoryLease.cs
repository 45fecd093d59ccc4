using Cleverence.Connectivity;

namespace TestKit.Exchange;

/// <summary>A lease of <see cref="MemoryConnectorRecords"/>.</summary>
internal sealed class MemoryLease(MemoryConnectorRecords owner, string name, long fence) : IRecordLease
{
    public string Name => name;

    public long Fence => fence;

    public ValueTask<bool> RenewAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(owner.Renew(name, fence, time));
    }

    public ValueTask DisposeAsync()
    {
        owner.Release(name, fence);
        return ValueTask.CompletedTask;
    }
}
