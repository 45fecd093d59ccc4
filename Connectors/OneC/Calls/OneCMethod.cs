using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>A method of the connector: what callers are told of it, and what it does.</summary>
/// <param name="Info">What callers are told.</param>
/// <param name="Run">Runs one call.</param>
internal sealed record OneCMethod(ConnectorMethodInfo Info, Func<OneCCall, CancellationToken, Task<object?>> Run);
