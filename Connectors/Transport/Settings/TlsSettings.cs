namespace Connectors.Transport;

/// <summary>Certificates of https.</summary>
public sealed class TlsSettings
{
    /// <summary>A PEM file of the authorities trusted in place of the machine's.</summary>
    public string CaFile { get; set; } = "";

    /// <summary>Our own certificate: PEM (with <see cref="KeyFile"/>) or PFX.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The PEM file of our certificate's key, where it is not in the certificate's file.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The password of the PFX or of the key.</summary>
    public string Password { get; set; } = "";

    /// <summary>The name expected in the other side's certificate, where it is not the host of the address.</summary>
    public string Host { get; set; } = "";
}
