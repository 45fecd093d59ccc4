using Microsoft.Extensions.Configuration;

namespace Connectors.Hosting;

/// <summary>What belongs to one object to be built: the name of its log, its section, its settings object if it has one.</summary>
internal sealed record ConstructionOrder(string LoggerName, IConfigurationSection Section, object? Settings);
