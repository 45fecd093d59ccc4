namespace Cleverence.Connectivity.Exchange;

/// <summary>Whose key a signer uses.</summary>
/// <param name="Kind">How it signs: <c>command</c>, <c>remote</c>, <c>deferred</c>, <c>test</c>.</param>
public sealed record SignerInfo(string Kind)
{
    /// <summary>The certificate's SHA-1 thumbprint, hexadecimal; null when it is not known.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The certificate's subject; it holds a person's name and belongs in no log.</summary>
    public string? Subject { get; init; }

    /// <summary>The taxpayer number (ИНН) in the certificate, 10 or 12 digits.</summary>
    public string? Inn { get; init; }

    /// <summary>When the certificate ends.</summary>
    public DateTimeOffset? NotAfter { get; init; }
}
