using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>An instance, or why there is none.</summary>
internal sealed record BuildResult(BuiltConnector? Built, ConnectorError? Fault);
