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
