namespace Connectors.Exchange;

/// <summary>A CMS SignedData as far as we look into it.</summary>
/// <param name="Der">The whole, DER.</param>
/// <param name="Content">What it carries; null when it is detached.</param>
/// <param name="Certificates">The certificates in it.</param>
/// <param name="SignerSerial">The serial number of the signer's certificate; null when the signer is named otherwise.</param>
internal sealed record Cms(byte[] Der, byte[]? Content, IReadOnlyList<byte[]> Certificates, byte[]? SignerSerial);
