namespace Connectors.Transport;

/// <summary>How many requests may leave.</summary>
/// <param name="Requests">Requests per period; 0 for no limit.</param>
/// <param name="Per">The period.</param>
/// <param name="Concurrent">Requests at the same time; 0 for no limit.</param>
public sealed record RateLimitOptions(int Requests, TimeSpan Per, int Concurrent);
