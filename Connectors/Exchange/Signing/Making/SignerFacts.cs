using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connectors.Exchange;

/// <summary>What is known of a signer's certificate: from its file, read again from time to time, or from the last signature.</summary>
internal sealed class SignerFacts(SignerEntry entry, TimeSpan keep, TimeProvider time)
{
    private volatile Kept? kept;
    private volatile CertificateFacts? learned;

    /// <exception cref="Cleverence.Connectivity.ConnectorException">The file cannot be read.</exception>
    public CertificateFacts? Get()
    {
        if (entry.Certificate is null) return learned;
        if (kept is { } known && time.GetElapsedTime(known.ReadAt) < keep) return known.Facts;
        var facts = Read(entry.Certificate);
        kept = new(facts, time.GetTimestamp());
        return facts;
    }

    public void Learn(CertificateFacts? facts)
    {
        if (facts is not null) learned = facts;
    }

    private CertificateFacts Read(string file)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return CertificateFacts.Of(certificate);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw SigningErrors.NoCertificate(entry.Name, Path.GetFileName(file), unreadable.Message);
        }
    }

    private sealed record Kept(CertificateFacts Facts, long ReadAt);
}
