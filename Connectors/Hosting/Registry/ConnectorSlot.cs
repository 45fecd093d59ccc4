using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// One entry of the configuration in its present form: its handle and its instance. Calls that found the handle of the form before,
/// and perhaps wait in its gate, are led on to the present instance.
/// </summary>
internal sealed class ConnectorSlot(ConfiguredConnector entry, ConnectorHandle handle, TypeSource source, bool stopFirst)
{
    private readonly List<WeakReference<ConnectorHandle>> elders = [];

    public ConfiguredConnector Entry { get; } = entry;

    public ConnectorHandle Handle { get; } = handle;

    public TypeSource Source { get; set; } = source;

    public bool StopFirst { get; } = stopFirst;

    public string Id => Entry.Options.Id;

    public bool CanRun => Entry.Options.Enabled && Entry.Fault is null;

    /// <summary>The instance in service.</summary>
    public BuiltConnector? Built { get; private set; }

    /// <summary>The form before, which serves until this one is ready.</summary>
    public ConnectorSlot? Predecessor { get; private set; }

    /// <summary>What callers are shown.</summary>
    public ConnectorHandle Shown => Predecessor?.Handle ?? Handle;

    /// <summary>Counts the builds started: a result of an earlier one comes too late.</summary>
    public int Attempt { get; set; }

    /// <summary>Lets the form before serve on until this one is ready.</summary>
    public void Follow(ConnectorSlot serving) => Predecessor = serving;

    /// <summary>Takes over from the form before at once; hands back its instance.</summary>
    public BuiltConnector? Replace(ConnectorSlot before)
    {
        Predecessor = null;
        elders.AddRange(before.elders);
        elders.Add(new(before.Handle));
        var instance = before.Built;
        before.Built = null;
        return instance;
    }

    /// <summary>Serves with an instance; hands back those it replaces.</summary>
    public IReadOnlyList<BuiltConnector> Serve(BuiltConnector built) => Settle(built, handle => handle.Serve(built.Instance));

    public IReadOnlyList<BuiltConnector> Fail(ConnectorError fault) => Settle(null, handle => handle.Fail(fault));

    /// <summary>Lets calls wait for the next instance.</summary>
    public IReadOnlyList<BuiltConnector> Pause() => Settle(null, handle => handle.Pause());

    public IReadOnlyList<BuiltConnector> Close() => Settle(null, handle => handle.Close());

    private List<BuiltConnector> Settle(BuiltConnector? next, Func<ConnectorHandle, ConnectorInstance?> publish)
    {
        var replaced = new List<BuiltConnector>();
        if (Predecessor is { } before && Replace(before) is { } instance) replaced.Add(instance);
        if (Built is { } own) replaced.Add(own);
        Built = next;
        publish(Handle);
        elders.RemoveAll(elder => !elder.TryGetTarget(out _));
        foreach (var elder in elders)
        {
            if (elder.TryGetTarget(out var handle)) publish(handle);
        }

        return replaced;
    }
}
