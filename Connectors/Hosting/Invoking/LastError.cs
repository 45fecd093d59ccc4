using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>The error of a connector's last failed call.</summary>
internal sealed record LastError(ConnectorError Error, DateTimeOffset At);
