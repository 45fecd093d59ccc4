using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>The configured connectors: an immutable snapshot, read without a lock by every call.</summary>
internal sealed class ConnectorRegistry : IConnectorRegistry
{
    private volatile Snapshot snapshot = new([], FrozenDictionary<string, ConnectorHandle>.Empty);

    public IReadOnlyList<ConnectorInfo> Connectors => [.. snapshot.List.Select(Describe)];

    public ConnectorInfo? Find(string id) => HandleOf(id) is { } handle ? Describe(handle) : null;

    /// <summary>The handle of a connector, or null when none has this id.</summary>
    public ConnectorHandle? HandleOf(string id) => snapshot.ById.GetValueOrDefault(id);

    public bool TryGet(string id, [NotNullWhen(true)] out ConnectorHandle? handle) => snapshot.ById.TryGetValue(id, out handle);

    /// <summary>Publishes a new snapshot. Of two handles with one id the first is the one that is called.</summary>
    public void Publish(IReadOnlyList<ConnectorHandle> handles) =>
        snapshot = new(handles, handles.DistinctBy(handle => handle.Id, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(handle => handle.Id, StringComparer.OrdinalIgnoreCase));

    private static ConnectorInfo Describe(ConnectorHandle handle)
    {
        var methods = handle.Current?.Methods;
        var runtime = handle.Runtime;
        var last = runtime.LastError;
        return new ConnectorInfo(handle.Id, handle.Options.Type, handle.State)
        {
            Plugin = handle.Plugin,
            Methods = methods?.List ?? [],
            DeclaresMethods = methods?.Declared ?? false,
            LastError = handle.Fault ?? last?.Error,
            LastErrorAt = handle.Fault is null ? last?.At : null,
            RunningCalls = runtime.Gate.Running,
            WaitingCalls = runtime.Gate.Waiting,
            OpenBreakers = runtime.Breakers.Open,
        };
    }

    private sealed record Snapshot(IReadOnlyList<ConnectorHandle> List, FrozenDictionary<string, ConnectorHandle> ById);
}
