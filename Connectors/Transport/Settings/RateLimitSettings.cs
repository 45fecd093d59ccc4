namespace Connectors.Transport;

/// <summary>How many requests of the connector may leave; a call waits for its place as long as its limits let it.</summary>
public sealed class RateLimitSettings
{
    /// <summary>Requests per period; 0 for no limit.</summary>
    public int Requests { get; set; }

    /// <summary>The period as <c>hh:mm:ss</c>.</summary>
    public string Per { get; set; } = "00:00:01";

    /// <summary>Requests at the same time; 0 for no limit.</summary>
    public int Concurrent { get; set; }
}
