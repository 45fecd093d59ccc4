using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Unit.Tests.Exchange;

/// <summary>CMS SignedData by hand: the shape is right, the signature value is not one.</summary>
internal static class Cms
{
    public static byte[] Detached(byte[] content) => Make(content, attached: false);

    public static byte[] Attached(byte[] content) => Make(content, attached: true);

    private static byte[] Make(byte[] content, bool attached)
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        var zero = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        using (asn.PushSequence())
        {
            asn.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (asn.PushSequence(zero))
            using (asn.PushSequence())
            {
                asn.WriteInteger(1);
                using (asn.PushSetOf()) Algorithm(asn);
                using (asn.PushSequence())
                {
                    asn.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    if (attached) WriteContent(asn, zero, content);
                }

                using (asn.PushSetOf()) Signer(asn, zero, content);
            }
        }

        return asn.Encode();
    }

    private static void WriteContent(AsnWriter asn, Asn1Tag zero, byte[] content)
    {
        using (asn.PushSequence(zero)) asn.WriteOctetString(content);
    }

    private static void Signer(AsnWriter asn, Asn1Tag zero, byte[] content)
    {
        using (asn.PushSequence())
        {
            asn.WriteInteger(1);
            using (asn.PushSequence()) asn.WriteInteger(7);
            Algorithm(asn);
            using (asn.PushSetOf(zero))
            using (asn.PushSequence())
            {
                asn.WriteObjectIdentifier("1.2.840.113549.1.9.4");
                using (asn.PushSetOf()) asn.WriteOctetString(SHA256.HashData(content));
            }

            Algorithm(asn);
            asn.WriteOctetString([1, 2, 3]);
        }
    }

    private static void Algorithm(AsnWriter asn)
    {
        using (asn.PushSequence()) asn.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
    }
}
