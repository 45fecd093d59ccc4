using System.Text;

namespace Connectors.Transport;

/// <summary>Reads the text of an answer in the character set it names; UTF-8 where it names none or an unknown one.</summary>
internal static class AnswerText
{
    public static string Read(ReadOnlySpan<byte> body, string? charset)
    {
        if (body.StartsWith(Encoding.UTF8.Preamble)) return Encoding.UTF8.GetString(body[Encoding.UTF8.Preamble.Length..]);
        return EncodingOf(charset).GetString(body).TrimStart('\uFEFF');
    }

    // A name nobody knows: the bytes are read as what most systems send, and the text shows what came.
    public static Encoding EncodingOf(string? charset) => Known(charset) ?? Encoding.UTF8;

    /// <summary>The encoding of a name, UTF-8 for no name; null for one that is not known.</summary>
    public static Encoding? Known(string? charset)
    {
        var name = charset?.Trim('"', '\'', ' ') ?? "";
        if (name.Length == 0 || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
