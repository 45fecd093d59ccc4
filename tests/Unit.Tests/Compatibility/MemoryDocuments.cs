using System.Collections.Concurrent;
using Cleverence.Connectivity;

namespace Unit.Tests.Compatibility;

/// <summary>Documents in memory; answers come from another thread.</summary>
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
