using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>What belongs to one object to be built: the name of its log, its section, its settings object if it has one.</summary>
internal sealed record ConstructionOrder(string LoggerName, IConfigurationSection Section, object? Settings)
{
    /// <summary>The connector's id, whose own services it is given; null for what belongs to no connector.</summary>
    public string? ConnectorId { get; init; }
}
