using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulators.Faults;

/// <summary>Makes the certificate of a server that nobody renewed.</summary>
public static class ExpiredCertificate
{
    /// <summary>Makes a certificate for this machine, signed by itself.</summary>
    /// <param name="from">Valid from, counted from now.</param>
    /// <param name="to">Valid to, counted from now.</param>
    /// <returns>The certificate with its key.</returns>
    public static X509Certificate2 Make(TimeSpan from, TimeSpan to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now + from, now + to);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    /// <summary>Makes one that expired yesterday.</summary>
    /// <returns>The certificate with its key.</returns>
    public static X509Certificate2 Make() => Make(TimeSpan.FromDays(-365), TimeSpan.FromDays(-1));
}
