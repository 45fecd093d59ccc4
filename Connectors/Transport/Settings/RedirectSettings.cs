namespace Connectors.Transport;

/// <summary>Which redirects are followed.</summary>
public sealed class RedirectSettings
{
    /// <summary><c>none</c>, <c>same</c> (same scheme, host and port) or <c>allowed</c> (any host of the settings).</summary>
    public string Follow { get; set; } = "none";

    /// <summary>How many in a row.</summary>
    public int Max { get; set; } = 5;
}
