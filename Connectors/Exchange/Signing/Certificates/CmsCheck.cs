using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Checks that a signature is of the form that was asked for, over the bytes that were given, by the certificate that is configured.</summary>
internal static class CmsCheck
{
    /// <exception cref="CmsException">It is not.</exception>
    public static void Check(Cms cms, ReadOnlySpan<byte> content, SignatureForm form, string? thumbprint)
    {
        if (form == SignatureForm.Detached && cms.Content is not null) throw new CmsException("it is attached, and a detached one was asked for", "она присоединённая, а нужна отсоединённая");
        if (form == SignatureForm.Attached && cms.Content is null) throw new CmsException("it is detached, and an attached one was asked for", "она отсоединённая, а нужна присоединённая");
        if (form == SignatureForm.Attached && !content.SequenceEqual(cms.Content)) throw new CmsException("it carries other bytes than were to be signed", "в ней не те данные, что подписывались");
        if (cms.Certificates.Count == 0) throw new CmsException("the signer's certificate is not in it", "в ней нет сертификата подписавшего");
        if (thumbprint is not null && !cms.Certificates.Any(certificate => CertificateFacts.ThumbprintOf(certificate) == thumbprint))
            throw new CmsException("it was made with another certificate than is configured", "она сделана не тем сертификатом, что в настройках");
    }

    /// <summary>The certificate it was made with; null when it cannot be told.</summary>
    public static CertificateFacts? SignerOf(Cms cms)
    {
        foreach (var encoded in cms.Certificates)
        {
            try
            {
                using var certificate = X509CertificateLoader.LoadCertificate(encoded);
                if (cms.Certificates.Count == 1 || certificate.SerialNumberBytes.Span.SequenceEqual(cms.SignerSerial)) return CertificateFacts.Of(certificate);
            }
            catch (CryptographicException)
            {
                // One the platform cannot read tells nothing; the signature is not worse for it.
            }
        }

        return null;
    }
}
