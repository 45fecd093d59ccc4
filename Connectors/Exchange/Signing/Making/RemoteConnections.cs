using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connectors.Exchange;

/// <summary>Sets up the connections to a signing service.</summary>
internal static class RemoteConnections
{
    /// <exception cref="Cleverence.Connectivity.ConnectorException">A certificate of the settings cannot be read.</exception>
    public static SocketsHttpHandler Of(string signer, RemoteSettings remote)
    {
        var handler = new SocketsHttpHandler
        {
            // A key must not follow a redirect to somewhere else.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        };
        try
        {
            if (remote.CaFile is { } authorities) handler.SslOptions.CertificateChainPolicy = Trusting(authorities);
            if (remote.CertificateFile is { } own) handler.SslOptions.ClientCertificates = [Usable(X509Certificate2.CreateFromPemFile(own, remote.KeyFile))];
            return handler;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            handler.Dispose();
            throw SigningErrors.NoCertificate(signer, Path.GetFileName(remote.CaFile ?? remote.CertificateFile)!, unreadable.Message);
        }
    }

    private static X509ChainPolicy Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    // Windows' TLS does not take a key that is in no store.
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows()) return certificate;
        using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
