using System.Collections.Concurrent;
using Cleverence.Connectivity;

namespace Unit.Tests.Compatibility;

/// <summary>Products in memory; answers come from another thread.</summary>
internal sealed class MemoryProducts : IProductStore
{
    public ConcurrentDictionary<string, ConnectorRecord> Kept { get; } = new(StringComparer.Ordinal);

    public async ValueTask<ConnectorRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Kept.GetValueOrDefault(id);
    }

    public async ValueTask SaveAsync(string id, ConnectorRecord product, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Kept[id] = product;
    }

    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Kept.TryRemove(id, out _);
    }
}
