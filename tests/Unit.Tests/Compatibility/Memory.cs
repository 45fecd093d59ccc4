using System.Collections.Concurrent;
using Cleverence;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;
using Cleverence.Warehouse;

namespace Unit.Tests.Compatibility;

/// <summary>A host of the classic names whose stores answer later, from another thread, as real ones do.</summary>
internal sealed class MemoryHost : IClassicHost
{
    public ConcurrentQueue<(string Text, Exception? Failure, Log.LogType Type)> Written { get; } = new();

    public DeviceInfo DeviceInfo { get; init; } = new();

    public IDocumentStore? Documents { get; init; } = new MemoryDocuments();

    public IProductStore? Products { get; init; } = new MemoryProducts();

    public void WriteLog(string message, Exception? exception, Log.LogType type) => Written.Enqueue((message, exception, type));
}

internal sealed class MemoryDocuments : IDocumentStore
{
    public ConcurrentDictionary<string, StoredDocument> Kept { get; } = new(StringComparer.Ordinal);

    public async ValueTask<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Kept.GetValueOrDefault(id);
    }

    public async ValueTask<StoredDocument> SaveAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Kept[document.Id] = document;
    }

    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Kept.TryRemove(id, out _);
    }

    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(bool? finished, int limit, CancellationToken cancellationToken) =>
        new([.. Kept.Values.Where(document => finished is null || document.Finished == finished).Take(limit)]);
}

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
