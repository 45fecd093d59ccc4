namespace Cleverence.Connectivity;

/// <summary>The configured connectors, as facets.</summary>
public interface IConnectorRegistry
{
    /// <summary>All configured connectors, in the order of the configuration.</summary>
    IReadOnlyList<ConnectorInfo> Connectors { get; }

    /// <summary>Finds a connector by its id, ignoring case.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The connector, or null.</returns>
    ConnectorInfo? Find(string id);
}
