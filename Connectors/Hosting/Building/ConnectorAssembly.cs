namespace Connectors.Hosting;

/// <summary>Finds the class of an entry and builds it, holding its plugin meanwhile.</summary>
internal sealed class ConnectorAssembly(ConnectorPlan plan, PluginCatalog catalog, ConnectorFactory factory, ConnectorBuilder builder, IServiceProvider services)
{
    public bool WouldOwn(PluginGeneration generation, ConnectorType type) => catalog.WouldOwn(generation, type.Name);

    /// <summary>Builds the connector of an entry from what the catalog has now.</summary>
    public Task<BuildResult> BuildAsync(ConfiguredConnector entry)
    {
        if (plan.IsBuiltIn(entry))
        {
            var make = plan.BuiltIn(entry.Options.Id);
            return builder.BuildAsync(entry.Options.Id, () => new ConnectorInstance(make(services)), null);
        }

        return catalog.Find(entry.Options.Type) is { } type ? BuildAsync(entry, type) : NoType(entry);
    }

    /// <summary>Builds the connector of an entry from a class.</summary>
    public Task<BuildResult> BuildAsync(ConfiguredConnector entry, ConnectorType type) =>
        type.Generation.Holds.TryTake($"connector {entry.Options.Id}", out var hold)
            ? builder.BuildAsync(entry.Options.Id, () => factory.Make(type, entry), hold)
            : NoType(entry);

    private Task<BuildResult> NoType(ConfiguredConnector entry) => Task.FromResult(new BuildResult(null, RosterErrors.NoType(entry.Options, catalog)));
}
