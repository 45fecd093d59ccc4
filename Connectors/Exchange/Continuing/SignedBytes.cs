using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Connectors.Exchange;

/// <summary>What can be told of a brought signature without the national algorithms: that it is CMS SignedData (RFC 5652), and, where it carries or digests its content in a known way, that these are our bytes.</summary>
internal static class SignedBytes
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string MessageDigest = "1.2.840.113549.1.9.4";

    private static readonly (string En, string Ru) NotCms = ("it is not CMS SignedData in DER", "это не CMS SignedData в DER");
    private static readonly (string En, string Ru) Unsigned = ("it holds no signature", "в ней нет подписи");
    private static readonly (string En, string Ru) Other = ("other bytes than ours were signed", "подписаны другие данные");

    /// <summary>What is wrong with a signature of the content; null when nothing can be found.</summary>
    public static (string En, string Ru)? ProblemOf(ReadOnlyMemory<byte> cms, byte[] content)
    {
        try
        {
            var info = new AsnReader(cms, AsnEncodingRules.BER).ReadSequence();
            if (info.ReadObjectIdentifier() != SignedData) return NotCms;
            var data = info.ReadSequence(Explicit(0)).ReadSequence();
            data.ReadIntegerBytes();
            data.ReadSetOf();
            var carried = data.ReadSequence();
            carried.ReadObjectIdentifier();
            if (carried.HasData && !carried.ReadSequence(Explicit(0)).ReadOctetString().AsSpan().SequenceEqual(content)) return Other;
            while (data.PeekTag().TagClass == TagClass.ContextSpecific) data.ReadEncodedValue();
            var signers = data.ReadSetOf();
            if (!signers.HasData) return Unsigned;
            while (signers.HasData)
            {
                if (!IsOfContent(signers.ReadSequence(), content)) return Other;
            }

            return null;
        }
        catch (AsnContentException)
        {
            return NotCms;
        }
    }

    private static bool IsOfContent(AsnReader signer, byte[] content)
    {
        signer.ReadIntegerBytes();
        signer.ReadEncodedValue();
        var algorithm = signer.ReadSequence().ReadObjectIdentifier();
        if (!signer.PeekTag().HasSameClassAndValue(Explicit(0)) || HashOf(algorithm, content) is not { } hash) return true;
        var attributes = signer.ReadSetOf(skipSortOrderValidation: true, Explicit(0));
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            if (attribute.ReadObjectIdentifier() == MessageDigest && !attribute.ReadSetOf().ReadOctetString().AsSpan().SequenceEqual(hash)) return false;
        }

        return true;
    }

    // GOST R 34.11-2012 is not among them: there the other system has the last word.
    private static byte[]? HashOf(string algorithm, byte[] content) => algorithm switch
    {
        "2.16.840.1.101.3.4.2.1" => SHA256.HashData(content),
        "2.16.840.1.101.3.4.2.2" => SHA384.HashData(content),
        "2.16.840.1.101.3.4.2.3" => SHA512.HashData(content),
        _ => null,
    };

    private static Asn1Tag Explicit(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
