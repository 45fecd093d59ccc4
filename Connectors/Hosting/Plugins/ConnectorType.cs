namespace Connectors.Hosting;

/// <summary>A class of a plugin that can be configured as a connector.</summary>
internal sealed record ConnectorType(string Name, Type Class, Type? Settings, bool Classic, PluginGeneration Generation);
