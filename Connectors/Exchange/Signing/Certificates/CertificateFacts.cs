using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connectors.Exchange;

/// <summary>What a certificate says about its owner. The platform cannot use a GOST key, but it reads such a certificate's names and dates.</summary>
internal sealed record CertificateFacts(string Thumbprint, string Subject, string? Inn, DateTimeOffset NotAfter)
{
    public static CertificateFacts Of(X509Certificate2 certificate) =>
        new(ThumbprintOf(certificate.RawDataMemory.Span), certificate.Subject, SubjectInn.Of(certificate.SubjectName), new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero));

    public static string ThumbprintOf(ReadOnlySpan<byte> certificate)
    {
#pragma warning disable CA5350 // A thumbprint is a name by agreement, not a protection.
        return Convert.ToHexString(SHA1.HashData(certificate));
#pragma warning restore CA5350
    }
}
