using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Connectors.Transport;

/// <summary>Looks at the other side's certificate and tells what is wrong with it; the framework would only say that something is.</summary>
internal sealed class CertificateCheck(TlsOptions? options, TimeProvider time)
{
    public SslClientAuthenticationOptions Make()
    {
        var made = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Check };
        if (options?.Authorities.Count > 0)
        {
            made.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            made.CertificateChainPolicy.CustomTrustStore.AddRange(options.Authorities.ToArray());
        }

        if (options?.Client is { } client)
        {
            made.ClientCertificates = [client];
            // Whatever authorities the other side says it trusts: servers' lists are often incomplete.
            made.LocalCertificateSelectionCallback = (_, _, _, _, _) => client;
        }

        return made;
    }

    private bool Check(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate) throw new CertificateRefusedException(CertificateFault.Missing, "No certificate was shown.");
        var text = $"Subject {certificate.Subject}, issuer {certificate.Issuer}, valid {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}; {errors} {string.Join("; ", chain?.ChainStatus.Select(status => status.Status.ToString()) ?? [])}";
        if (Fault(certificate, errors) is { } fault) throw new CertificateRefusedException(fault, text);
        return true;
    }

    private CertificateFault? Fault(X509Certificate2 certificate, SslPolicyErrors errors)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (certificate.NotAfter.ToUniversalTime() < now) return CertificateFault.Expired;
        if (certificate.NotBefore.ToUniversalTime() > now) return CertificateFault.NotYetValid;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)) return certificate.Subject == certificate.Issuer ? CertificateFault.SelfSigned : CertificateFault.Untrusted;
        var named = options?.Host is { } host ? certificate.MatchesHostname(host) : !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
        return named ? null : CertificateFault.WrongName;
    }
}
