using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Decides what an entry of the configuration becomes with the plugins there are: source, fault, manner of swap.</summary>
internal sealed class ConnectorPlan(ConnectorsOptions options, PluginCatalog catalog, TimeProvider time)
{
    /// <summary>The entries of the file, and built-in connectors it does not mention.</summary>
    public IReadOnlyList<ConfiguredConnector> EntriesOf(ConnectorsSnapshot snapshot)
    {
        var named = snapshot.Connectors.Select(entry => entry.Options.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. snapshot.Connectors,
            .. options.BuiltIn.Keys.Where(id => !named.Contains(id)).Select(id => new ConfiguredConnector(new ConnectorOptions(id, id), ConfiguredConnector.NoSettings, null)),
        ];
    }

    public bool IsBuiltIn(ConfiguredConnector entry) => options.BuiltIn.ContainsKey(entry.Options.Id);

    public Func<IServiceProvider, IAsyncConnector> BuiltIn(string id) => options.BuiltIn[id];

    public TypeSource SourceOf(ConfiguredConnector entry)
    {
        if (IsBuiltIn(entry)) return new(null, 0, true);
        return catalog.Find(entry.Options.Type) is { } type ? new(type.Generation.Plugin, type.Generation.Number, false) : default;
    }

    public ConnectorError? FaultOf(ConfiguredConnector entry)
    {
        if (entry.Fault is not null || IsBuiltIn(entry)) return entry.Fault;
        if (catalog.Find(entry.Options.Type) is not { } type) return RosterErrors.NoType(entry.Options, catalog);
        return entry.Options.TimeoutIsBare && !type.Classic ? RosterErrors.BareTimeout(entry.Options) : null;
    }

    /// <summary>A slot for the entry; limits that did not change keep their gate and breakers, so that running calls still count.</summary>
    public ConnectorSlot SlotOf(ConfiguredConnector entry, ConnectorSlot? before)
    {
        var source = SourceOf(entry);
        var classic = !source.BuiltIn && catalog.Find(entry.Options.Type) is { Classic: true };
        var keeps = before is not null && before.StopFirst == StopsFirst(entry, classic) && SameLimits(before.Entry.Options, entry.Options) && before.Source.Plugin == source.Plugin;
        var runtime = keeps ? before!.Handle.Runtime : new ConnectorRuntime(entry.Options, classic, time);
        return new ConnectorSlot(entry, new ConnectorHandle(entry.Options, runtime) { Plugin = source.Plugin }, source, StopsFirst(entry, classic));
    }

    private static bool StopsFirst(ConfiguredConnector entry, bool classic) => entry.Options.StopFirst ?? classic;

    private static bool SameLimits(ConnectorOptions one, ConnectorOptions two) =>
        (one.Type, one.Gate, one.Queue, one.BreakerFailures, one.BreakerPause) == (two.Type, two.Gate, two.Queue, two.BreakerFailures, two.BreakerPause);
}
