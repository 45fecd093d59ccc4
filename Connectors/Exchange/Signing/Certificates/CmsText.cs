using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Connectors.Exchange;

/// <summary>Takes the bytes of a signature out of what a tool wrote: DER or BER as it is, PEM, or base64 with breaks.</summary>
internal static class CmsText
{
    private const byte Sequence = 0x30;

    /// <exception cref="CmsException">It is none of these.</exception>
    public static byte[] Unwrap(byte[] output)
    {
        if (output.Length == 0) throw new CmsException("it is empty", "пусто");
        if (output[0] == Sequence) return output;
        if (output.AsSpan().ContainsAnyExceptInRange((byte)0x09, (byte)0x7E)) throw Neither();
        var text = Encoding.ASCII.GetString(output).AsSpan().Trim();
        return text.Contains("-----BEGIN", StringComparison.Ordinal) ? Pem(text) : Base64(text);
    }

    private static byte[] Pem(ReadOnlySpan<char> text) =>
        PemEncoding.TryFind(text, out var fields) ? Base64(text[fields.Base64Data]) : throw new CmsException("its PEM is broken", "PEM повреждён");

    private static byte[] Base64(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, bytes, out var length) && length > 0 && bytes[0] == Sequence ? bytes[..length] : throw Neither();
    }

    private static CmsException Neither() => new("it is neither DER nor PEM nor base64", "это не DER, не PEM и не base64");
}
