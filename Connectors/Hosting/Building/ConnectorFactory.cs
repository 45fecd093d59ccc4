using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Makes the connector of an entry from a class of a plugin: the one place that knows there are two doors.</summary>
internal sealed class ConnectorFactory(PluginConstruction construction)
{
    public IAsyncConnector Make(ConnectorType type, ConfiguredConnector entry) => type.Classic ? Classic(type, entry) : Modern(type, entry);

    private IAsyncConnector Modern(ConnectorType type, ConfiguredConnector entry)
    {
        var id = entry.Options.Id;
        var settings = SettingsBinding.Bind(id, type.Class, type.Settings, entry.Settings);
        return (IAsyncConnector)construction.Build(type.Class, new ConstructionOrder($"Connectors.{id}", entry.Settings, settings));
    }

    private static IAsyncConnector Classic(ConnectorType type, ConfiguredConnector entry) =>
        throw BuildErrors.Of($"'{entry.Options.Id}' is of the classic type {type.Name}.", $"«{entry.Options.Id}» — классический коннектор {type.Name}.");
}
