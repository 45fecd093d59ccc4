using System.Diagnostics;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Emulators.ChestnyZnak;

/// <summary>Verifies a real CMS with the openssl program; GOST comes from its engine, named in the file of OPENSSL_CONF.</summary>
internal static class OpenSslCms
{
    public static SignedForm? Read(byte[] cms, byte[]? detached, string certificateFile, string? configuration)
    {
        if (IsAttached(cms) is not { } attached) return null;
        var folder = Directory.CreateTempSubdirectory("chz-cms-");
        try
        {
            string Name(string name) => Path.Combine(folder.FullName, name);
            File.WriteAllBytes(Name("cms"), cms);
            List<string> arguments = ["cms", "-verify", "-binary", "-inform", "DER", "-in", Name("cms"), "-out", Name("out"), "-certfile", certificateFile, "-CAfile", certificateFile, "-no_check_time", "-purpose", "any"];
            if (!attached)
            {
                File.WriteAllBytes(Name("data"), detached ?? []);
                arguments.AddRange(["-content", Name("data")]);
            }

            var fits = Run(arguments, configuration);
            return new SignedForm(attached, fits && attached ? File.ReadAllBytes(Name("out")) : [], fits, null);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static bool Run(List<string> arguments, string? configuration)
    {
        var start = new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (configuration is not null) start.Environment["OPENSSL_CONF"] = configuration;
        using var openssl = Process.Start(start)!;
        openssl.ErrorDataReceived += (_, _) => { };
        openssl.BeginErrorReadLine();
        openssl.StandardOutput.ReadToEnd();
        openssl.WaitForExit();
        return openssl.ExitCode == 0;
    }

    // ContentInfo { oid, [0] SignedData { version, digests, EncapsulatedContentInfo { oid, [0] content OPTIONAL } … } }
    private static bool? IsAttached(byte[] cms)
    {
        try
        {
            var outer = new AsnReader(cms, AsnEncodingRules.BER).ReadSequence();
            if (outer.ReadObjectIdentifier() != "1.2.840.113549.1.7.2") return null;
            var signed = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
            signed.ReadInteger();
            signed.ReadSetOf();
            var content = signed.ReadSequence();
            content.ReadObjectIdentifier();
            return content.HasData;
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            return null;
        }
    }
}
