using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Unit.Tests.Transport;

/// <summary>An authority of its own for one test, and what it signs.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly RSA key = RSA.Create(2048);

    public TestCertificates()
    {
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(5));
        Folder = Directory.CreateTempSubdirectory("certificates-").FullName;
        CaFile = Write("ca.pem", Authority.ExportCertificatePem());
    }

    public X509Certificate2 Authority { get; }

    public string Folder { get; }

    public string CaFile { get; }

    /// <summary>A certificate for a name; for this machine unless told.</summary>
    public X509Certificate2 Sign(string name = "localhost", int fromDays = -10, int toDays = 10, bool selfSigned = false)
    {
        using var own = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var made = selfSigned
            ? request.CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays))
            : request.Create(Authority, now.AddDays(fromDays), now.AddDays(toDays), Guid.NewGuid().ToByteArray()).CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Authority.Dispose();
        key.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
