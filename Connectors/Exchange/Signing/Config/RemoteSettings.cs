namespace Connectors.Exchange;

/// <summary>A service that signs.</summary>
/// <param name="Address">Where the bytes are posted to; <c>{form}</c> and <c>{thumbprint}</c> in it are replaced.</param>
internal sealed record RemoteSettings(string Address)
{
    /// <summary>The bearer key; null for none.</summary>
    public SecretText? Key { get; init; }

    /// <summary>A file of authorities to trust instead of the system's, PEM; null for the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>Our certificate, PEM; null for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Its key, PEM; null when it is in the same file.</summary>
    public string? KeyFile { get; init; }
}
