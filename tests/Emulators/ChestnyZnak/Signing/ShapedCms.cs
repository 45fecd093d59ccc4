using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Emulators.ChestnyZnak;

/// <summary>CMS SignedData by shape: DER as RFC 5652 has it, with the SHA-256 digest of what is signed in place of a signature. It stands for what a person's workplace brings back.</summary>
public static class ShapedCms
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string PlainData = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>Makes one.</summary>
    /// <param name="data">What is signed.</param>
    /// <param name="attached">Whether it carries it.</param>
    /// <returns>DER.</returns>
    public static byte[] Sign(byte[] data, bool attached)
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        {
            asn.WriteObjectIdentifier(SignedData);
            using (asn.PushSequence(Zero)) Write(asn, data, attached);
        }

        return asn.Encode();
    }

    internal static SignedForm? Read(byte[] cms, byte[]? detached)
    {
        try
        {
            var info = new AsnReader(cms, AsnEncodingRules.DER).ReadSequence();
            if (info.ReadObjectIdentifier() != SignedData) return null;
            var signed = info.ReadSequence(Zero).ReadSequence();
            signed.ReadIntegerBytes();
            signed.ReadSetOf();
            var carried = signed.ReadSequence();
            carried.ReadObjectIdentifier();
            var data = carried.HasData ? carried.ReadSequence(Zero).ReadOctetString() : null;
            var signer = signed.ReadSetOf().ReadSequence();
            signer.ReadIntegerBytes();
            signer.ReadSequence();
            signer.ReadSequence();
            signer.ReadSequence();
            var digest = signer.ReadOctetString();
            return digest.Length == 32 ? new SignedForm(data is not null, data ?? [], digest.AsSpan().SequenceEqual(SHA256.HashData(data ?? detached ?? [])), null) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static void Write(AsnWriter asn, byte[] data, bool attached)
    {
        using var whole = asn.PushSequence();
        asn.WriteInteger(1);
        using (asn.PushSetOf()) Algorithm(asn);
        using (asn.PushSequence())
        {
            asn.WriteObjectIdentifier(PlainData);
            if (attached) Carry(asn, data);
        }

        using (asn.PushSetOf()) Signer(asn, data);
    }

    private static void Carry(AsnWriter asn, byte[] data)
    {
        using (asn.PushSequence(Zero)) asn.WriteOctetString(data);
    }

    private static void Signer(AsnWriter asn, byte[] data)
    {
        using var signer = asn.PushSequence();
        asn.WriteInteger(1);
        using (asn.PushSequence()) asn.WriteInteger(7);
        Algorithm(asn);
        Algorithm(asn);
        asn.WriteOctetString(SHA256.HashData(data));
    }

    private static void Algorithm(AsnWriter asn)
    {
        using (asn.PushSequence()) asn.WriteObjectIdentifier(Sha256);
    }
}
