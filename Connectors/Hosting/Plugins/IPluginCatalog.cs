namespace Connectors.Hosting;

/// <summary>The plugins found, for the panel and the API.</summary>
public interface IPluginCatalog
{
    /// <summary>All plugins, by name.</summary>
    IReadOnlyList<PluginInfo> Plugins { get; }
}
