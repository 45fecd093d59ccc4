using System.Net.Http.Headers;
using System.Text;

namespace Connectors.Transport;

/// <summary>Writes text in the character set its media type names.</summary>
internal static class TextEncoding
{
    /// <summary>Writes the text, with the mark that UTF-16 and UTF-32 need to be told apart.</summary>
    /// <exception cref="FormatException">The character set is not known.</exception>
    /// <exception cref="EncoderFallbackException">The character set lacks a letter of the text.</exception>
    public static byte[] Bytes(string text, string? charset)
    {
        var encoding = AnswerText.Known(charset) ?? throw new FormatException($"The character set '{charset}' is not known.");
        if (encoding is UTF8Encoding) return Encoding.UTF8.GetBytes(text);

        // A question mark in place of a letter would be stored at the other side as if it were meant.
        var strict = (Encoding)encoding.Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        return [.. strict.Preamble, .. strict.GetBytes(text)];
    }

    /// <summary>Reads a media type; null where it is none or names a character set that is not known here.</summary>
    public static MediaTypeHeaderValue? Type(string? text) =>
        MediaTypeHeaderValue.TryParse(text, out var type) && AnswerText.Known(type.CharSet) is not null ? type : null;
}
