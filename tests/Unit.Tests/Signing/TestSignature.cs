using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Unit.Tests.Signing;

/// <summary>A key with a certificate, and signatures made with it.</summary>
internal sealed class TestSignature : IDisposable
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private readonly RSA key = RSA.Create(2048);

    public TestSignature(string? company = "7701234567", string? person = null, DateTimeOffset? notAfter = null)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName("Иванов Иван");
        if (company is not null) subject.Add("1.2.643.100.4", company, UniversalTagNumber.NumericString);
        if (person is not null) subject.Add("1.2.643.3.131.1.1", person, UniversalTagNumber.NumericString);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var end = notAfter ?? TimeProvider.System.GetUtcNow().AddYears(1);
        Certificate = request.CreateSelfSigned(end.AddYears(-2), end);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>A CMS SignedData by RFC 5652, without signed attributes.</summary>
    public byte[] Sign(byte[] content, bool detached, bool withCertificate = true)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) Algorithm(writer, "2.16.840.1.101.3.4.2.1");
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    if (!detached) using (writer.PushSequence(Zero)) writer.WriteOctetString(content);
                }

                if (withCertificate) using (writer.PushSetOf(Zero)) writer.WriteEncodedValue(Certificate.RawData);
                using (writer.PushSetOf()) Signer(writer, content);
            }
        }

        return writer.Encode();
    }

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }

    private void Signer(AsnWriter writer, byte[] content)
    {
        using var signer = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(Certificate.IssuerName.RawData);
            writer.WriteInteger(Certificate.SerialNumberBytes.Span);
        }

        Algorithm(writer, "2.16.840.1.101.3.4.2.1");
        Algorithm(writer, "1.2.840.113549.1.1.1");
        writer.WriteOctetString(key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static void Algorithm(AsnWriter writer, string id)
    {
        using (writer.PushSequence()) writer.WriteObjectIdentifier(id);
    }
}
