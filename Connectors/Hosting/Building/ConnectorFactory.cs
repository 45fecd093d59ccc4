using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Makes the connector of an entry from a class of a plugin: the one place that knows there are two doors.</summary>
internal sealed class ConnectorFactory(PluginConstruction construction, PluginServices services)
{
    public ConnectorInstance Make(ConnectorType type, ConfiguredConnector entry) => type.Classic ? Classic(type, entry) : Modern(type, entry);

    private ConnectorInstance Modern(ConnectorType type, ConfiguredConnector entry)
    {
        var id = entry.Options.Id;
        var settings = SettingsBinding.Bind(id, type.Class, type.Settings, entry.Settings);
        return new((IAsyncConnector)construction.Build(type.Class, new ConstructionOrder($"Connectors.{id}", entry.Settings, settings) { ConnectorId = id }));
    }

    private ConnectorInstance Classic(ConnectorType type, ConfiguredConnector entry)
    {
        var adapter = ClassicConnectorAdapter.Create(() => (IConnector)Activator.CreateInstance(type.Class)!, ClassicOptionsOf(entry), services.ClassicHostOf(entry.Options.Id));
        try
        {
            adapter.Initialize();
        }
        catch
        {
            adapter.Dispose();
            throw;
        }

        return new(adapter) { KeepsOwnLimit = adapter.KeepsOwnLimit, OwnLimit = () => adapter.Limit, ReInvokes = adapter.ReInvokes };
    }

    private static ClassicOptions ClassicOptionsOf(ConfiguredConnector entry)
    {
        var options = entry.Options;
        return new ClassicOptions(options.Id)
        {
            Timeout = options.TimeoutIsGiven ? InUnit(options) : null,
            TimeoutUnit = options.TimeoutUnit,
            TimeoutBehavaior = options.TimeoutBehavaior,
            ReInvoke = options.ReInvoke,
            ClassJoiner = options.ClassJoiner,
            Settings = entry.Settings,
        };
    }

    private static int InUnit(ConnectorOptions options) =>
        options.Timeout is { } limit ? (int)Math.Min(int.MaxValue, options.TimeoutUnit == "s" ? limit.TotalSeconds : limit.TotalMilliseconds) : 0;
}
