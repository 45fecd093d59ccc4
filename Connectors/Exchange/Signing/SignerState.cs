using Cleverence.Connectivity;

namespace Connectors.Exchange;

/// <summary>A signer as people may see it: without the name in its certificate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it signs.</param>
public sealed record SignerState(string Name, string Kind)
{
    /// <summary>The certificate's thumbprint.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The taxpayer number in the certificate.</summary>
    public string? Inn { get; init; }

    /// <summary>When the certificate ends.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whether it ends soon, or has ended.</summary>
    public bool EndsSoon { get; init; }

    /// <summary>Why it cannot sign; null when nothing is known against it.</summary>
    public ConnectorError? Error { get; init; }
}
