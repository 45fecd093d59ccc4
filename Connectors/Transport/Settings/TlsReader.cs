using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Connectors.Transport;

/// <summary>Reads certificates from the files of the settings.</summary>
internal static class TlsReader
{
    public static TlsOptions? Read(TlsSettings settings, SettingsProblems problems)
    {
        if (settings.CaFile.Length + settings.CertificateFile.Length + settings.KeyFile.Length + settings.Host.Length + settings.Password.Length == 0) return null;
        if (settings.CertificateFile.Length == 0 && settings.KeyFile.Length + settings.Password.Length > 0)
        {
            problems.Add("CERTIFICATE_MISSING", "tls.certificateFile", "There is a key or a password, but no certificate.", "Указан ключ или пароль, но нет сертификата.", "Write tls.certificateFile.", "Укажите tls.certificateFile.");
        }

        if (settings.Host.Length > 0 && Uri.CheckHostName(settings.Host) == UriHostNameType.Unknown)
        {
            problems.Add("HOST_UNREADABLE", "tls.host", "This is not the name of a host.", "Это не имя узла.", "Write the name that stands in the other side's certificate.", "Укажите имя из сертификата другой стороны.");
        }

        return new TlsOptions
        {
            Authorities = Authorities(settings.CaFile, problems),
            Client = Client(settings, problems),
            Host = settings.Host.Length == 0 ? null : settings.Host,
        };
    }

    private static X509Certificate2[] Authorities(string path, SettingsProblems problems)
    {
        if (path.Length == 0 || !problems.File("tls.caFile", path)) return [];
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(path);
            if (found.Count > 0) return [.. found];
        }
        catch (Exception broken) when (broken is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Told below: an unreadable file and one without a certificate have the same cure.
        }

        problems.Add("CERTIFICATE_UNREADABLE", "tls.caFile", "The file holds no readable PEM certificate.", "В файле нет читаемого сертификата PEM.", "Export the authority's certificate as PEM (-----BEGIN CERTIFICATE-----).", "Выгрузите сертификат центра в виде PEM (-----BEGIN CERTIFICATE-----).");
        return [];
    }

    private static X509Certificate2? Client(TlsSettings settings, SettingsProblems problems)
    {
        var present = settings.CertificateFile.Length > 0 && problems.File("tls.certificateFile", settings.CertificateFile);
        if (settings.KeyFile.Length > 0) present &= problems.File("tls.keyFile", settings.KeyFile);
        if (!present) return null;
        try
        {
            return Check(Load(settings), problems);
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            problems.Add("CERTIFICATE_UNREADABLE", "tls.certificateFile", "The certificate or its key cannot be read.", "Сертификат или его ключ не читается.", "Check that the files are PEM or PFX, that the key belongs to the certificate, and tls.password.", "Проверьте, что файлы — PEM или PFX, что ключ от этого сертификата, и tls.password.");
            return null;
        }
    }

    private static X509Certificate2 Load(TlsSettings settings)
    {
        var path = settings.CertificateFile;
        var password = settings.Password;
        if (Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12") return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        var key = settings.KeyFile.Length == 0 ? null : settings.KeyFile;
        var made = password.Length == 0 ? X509Certificate2.CreateFromPemFile(path, key) : X509Certificate2.CreateFromEncryptedPemFile(path, password, key);
        if (!OperatingSystem.IsWindows()) return made;

        // Windows' TLS does not take a key that is in no store.
        using (made) return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static X509Certificate2 Check(X509Certificate2 certificate, SettingsProblems problems)
    {
        if (!certificate.HasPrivateKey)
        {
            problems.Add("CERTIFICATE_WITHOUT_KEY", "tls.keyFile", "Our certificate has no private key.", "У нашего сертификата нет закрытого ключа.", "Write tls.keyFile, or take a PFX that holds the key.", "Укажите tls.keyFile или возьмите PFX с ключом.");
        }

        if (certificate.NotAfter.ToUniversalTime() < TimeProvider.System.GetUtcNow().UtcDateTime)
        {
            problems.Add("CERTIFICATE_EXPIRED", "tls.certificateFile", $"Our certificate expired on {certificate.NotAfter:yyyy-MM-dd}.", $"Срок нашего сертификата истёк {certificate.NotAfter:yyyy-MM-dd}.", "Get a new certificate and put its file in place.", "Получите новый сертификат и замените файл.");
        }

        return certificate;
    }
}
