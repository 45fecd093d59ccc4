using System.Formats.Asn1;

namespace Connectors.Exchange;

/// <summary>Reads a CMS SignedData (RFC 5652, 5.1) as far as can be told without the algorithms: whether it is one, what it carries, who signed.</summary>
internal static class CmsReader
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <exception cref="CmsException">It is none.</exception>
    public static Cms Read(byte[] output)
    {
        var bytes = CmsText.Unwrap(output);
        try
        {
            return ReadDer(DerEncoder.Encode(bytes));
        }
        catch (AsnContentException broken)
        {
            throw new CmsException("it is cut or damaged", "данные обрезаны или повреждены", broken);
        }
    }

    private static Cms ReadDer(byte[] der)
    {
        // BER rules also here: sets of foreign tools are not always sorted, and a sorted copy would no longer be what was signed.
        var outer = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        if (outer.ReadObjectIdentifier() != SignedData) throw new CmsException("it is no CMS SignedData", "это не CMS SignedData");
        var data = outer.ReadSequence(Zero).ReadSequence();
        data.ReadInteger();
        data.ReadSetOf();
        var content = ContentOf(data.ReadSequence());
        var certificates = data.HasData && data.PeekTag().HasSameClassAndValue(Zero) ? CertificatesOf(data.ReadSetOf(Zero)) : [];
        if (data.HasData && data.PeekTag().HasSameClassAndValue(One)) data.ReadEncodedValue();
        var signers = data.ReadSetOf();
        if (!signers.HasData) throw new CmsException("nobody signed it", "в ней нет подписавшего");
        return new(der, content, certificates, SerialOf(signers.ReadSequence()));
    }

    private static byte[]? ContentOf(AsnReader encapsulated)
    {
        encapsulated.ReadObjectIdentifier();
        return encapsulated.HasData ? encapsulated.ReadSequence(Zero).ReadOctetString() : null;
    }

    private static List<byte[]> CertificatesOf(AsnReader set)
    {
        var found = new List<byte[]>();
        while (set.HasData)
        {
            var encoded = set.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? set.ReadEncodedValue().ToArray() : null;
            if (encoded is null) set.ReadEncodedValue();
            else found.Add(encoded);
        }

        return found;
    }

    private static byte[]? SerialOf(AsnReader signer)
    {
        signer.ReadInteger();
        if (!signer.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence)) return null;
        var name = signer.ReadSequence();
        name.ReadEncodedValue();
        return name.ReadIntegerBytes().ToArray();
    }
}
