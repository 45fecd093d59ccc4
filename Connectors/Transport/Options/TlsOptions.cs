using System.Security.Cryptography.X509Certificates;

namespace Connectors.Transport;

/// <summary>Certificates of https.</summary>
public sealed record TlsOptions
{
    /// <summary>The authorities trusted in place of the machine's; empty for the machine's.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>Our own certificate, shown to the host of the base address only.</summary>
    public X509Certificate2? Client { get; init; }

    /// <summary>The name expected in the other side's certificate; null for the host of the address.</summary>
    public string? Host { get; init; }
}
