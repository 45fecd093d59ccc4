using Cleverence.Connectivity;

namespace ServerJobs.Background;

/// <summary>What came of a start: the operation, or why there is none.</summary>
/// <param name="Operation">The operation; of a repeated request the one started before.</param>
/// <param name="Refusal">Why nothing was started.</param>
public sealed record BackgroundStart(BackgroundOperation? Operation, ConnectorError? Refusal = null);
