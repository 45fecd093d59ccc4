using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Connectors.Transport.Soap;

/// <summary>The encoding of an XML document, by RFC 7303: byte order mark, then the charset of the media type, then the declaration.</summary>
/// <remarks>The older code pages are asked for by name here, so that no provider has to be registered for the whole process.</remarks>
internal static partial class XmlEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Encoding Of(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return Utf8;
        if (bytes is [0xFF, 0xFE, ..] or [(byte)'<', 0, ..]) return Encoding.Unicode;
        if (bytes is [0xFE, 0xFF, ..] or [0, (byte)'<', ..]) return Encoding.BigEndianUnicode;
        var name = string.IsNullOrWhiteSpace(charset) ? Declared(bytes) : charset.Trim().Trim('"', '\'');
        return name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Utf8 : Named(name);
    }

    /// <summary>The charset of a media type, or null.</summary>
    public static string? CharsetOf(string? contentType)
    {
        if (contentType is null) return null;
        var found = CharsetPattern().Match(contentType);
        return found.Success ? found.Groups["name"].Value : null;
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("<?xml"u8)) return null;
        var head = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var found = DeclarationPattern().Match(end < 0 ? head : head[..end]);
        return found.Success ? found.Groups["name"].Value : null;
    }

    // A document in ASCII that calls itself UTF-16 has been rewritten by somebody on the way; its bytes tell the truth.
    private static Encoding Named(string name)
    {
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ucs-2", StringComparison.OrdinalIgnoreCase)) return Utf8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new XmlException($"The encoding '{(name.Length <= 40 ? name : name[..40])}' is not known.");
        }
    }

    [GeneratedRegex("""encoding\s*=\s*["'](?<name>[A-Za-z0-9._\-]+)["']""")]
    private static partial Regex DeclarationPattern();

    [GeneratedRegex("""charset\s*=\s*"?(?<name>[A-Za-z0-9._\-]+)"?""", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetPattern();
}
