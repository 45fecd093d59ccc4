namespace Connectors.Hosting;

/// <summary>A built instance with its hold on the plugin it comes from; the hold ends when the instance is disposed.</summary>
internal sealed record BuiltConnector(ConnectorInstance Instance, GenerationHold? Hold);
