using System.Formats.Asn1;

namespace Connectors.Exchange;

/// <summary>Writes BER as DER as far as signing tools differ from it: lengths of their own and texts in pieces. What is DER already comes out unchanged.</summary>
internal static class DerEncoder
{
    private const int MaxDepth = 64;

    /// <exception cref="AsnContentException">It is not BER, or something follows it.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> source)
    {
        using var target = new MemoryStream(source.Length);
        var consumed = Write(source, target, 0);
        return consumed == source.Length ? target.ToArray() : throw new AsnContentException("Something follows the value.");
    }

    private static int Write(ReadOnlySpan<byte> source, MemoryStream target, int depth)
    {
        if (depth > MaxDepth) throw new AsnContentException("It is too deep.");
        var tag = Asn1Tag.Decode(source, out var tagLength);
        AsnDecoder.ReadEncodedValue(source, AsnEncodingRules.BER, out var offset, out var length, out var consumed);
        if (!tag.IsConstructed)
        {
            Head(source[..tagLength], length, target, primitive: false);
            target.Write(source.Slice(offset, length));
        }
        else if (tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
        {
            var whole = AsnDecoder.ReadOctetString(source, AsnEncodingRules.BER, out _);
            Head(source[..tagLength], whole.Length, target, primitive: true);
            target.Write(whole);
        }
        else
        {
            Constructed(source[..tagLength], source.Slice(offset, length), target, depth);
        }

        return consumed;
    }

    private static void Constructed(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> content, MemoryStream target, int depth)
    {
        using var inner = new MemoryStream(content.Length);
        while (!content.IsEmpty) content = content[Write(content, inner, depth + 1)..];
        Head(tag, (int)inner.Length, target, primitive: false);
        inner.WriteTo(target);
    }

    private static void Head(ReadOnlySpan<byte> tag, int length, MemoryStream target, bool primitive)
    {
        target.WriteByte(primitive ? (byte)(tag[0] & ~0x20) : tag[0]);
        target.Write(tag[1..]);
        if (length < 0x80)
        {
            target.WriteByte((byte)length);
            return;
        }

        var bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;
        target.WriteByte((byte)(0x80 | bytes));
        for (var shift = (bytes - 1) * 8; shift >= 0; shift -= 8) target.WriteByte((byte)(length >> shift));
    }
}
