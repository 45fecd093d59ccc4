using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;

namespace Connectors.Transport.Soap;

/// <summary>Takes a multipart/related message apart (RFC 2387); MTOM and SOAP with attachments travel so.</summary>
internal static class MimeParts
{
    private const int MaxParts = 256;

    public static bool IsMultipart(string contentType) => contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The part that holds the envelope, and all parts by their content id.</summary>
    /// <exception cref="XmlException">It cannot be taken apart.</exception>
    public static MimePart Read(ReadOnlyMemory<byte> body, string contentType, out Dictionary<string, ReadOnlyMemory<byte>> attachments)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || Parameter(type, "boundary") is not { Length: > 0 } boundary) throw new XmlException("The answer in parts names no boundary.");
        var parts = Split(body, Encoding.ASCII.GetBytes("--" + boundary));
        if (parts.Count == 0) throw new XmlException("The answer in parts has none.");
        attachments = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Id.Length > 0) attachments.TryAdd(part.Id, part.Body);
        }

        var start = Bare(Parameter(type, "start") ?? "");
        return parts.Find(part => start.Length > 0 && part.Id == start) ?? parts[0];
    }

    private static List<MimePart> Split(ReadOnlyMemory<byte> body, byte[] delimiter)
    {
        var parts = new List<MimePart>();
        var at = body.Span.IndexOf(delimiter);
        while (at >= 0)
        {
            var from = at + delimiter.Length;
            if (body.Span[from..].StartsWith("--"u8)) break;
            var next = Next(body.Span, from, delimiter);
            if (next < 0) throw new XmlException("The answer in parts is cut off.");
            if (parts.Count == MaxParts) throw new XmlLimitException($"The answer has more than {MaxParts} parts.");
            parts.Add(Part(body[from..next]));
            at = next + 2;
            if (!body.Span[at..].StartsWith(delimiter)) at = body.Span[next..].IndexOf(delimiter) + next;
        }

        return parts;
    }

    // A delimiter stands at the beginning of a line; its line end belongs to it, not to the part.
    private static int Next(ReadOnlySpan<byte> body, int from, byte[] delimiter)
    {
        while (true)
        {
            var found = body[from..].IndexOf(delimiter);
            if (found < 0) return -1;
            var at = from + found;
            if (at >= 2 && body[at - 1] == '\n' && EndsThere(body[(at + delimiter.Length)..])) return body[at - 2] == '\r' ? at - 2 : at - 1;
            from = at + delimiter.Length;
        }
    }

    // A boundary that only begins a longer line is text.
    private static bool EndsThere(ReadOnlySpan<byte> rest) => rest.StartsWith("--"u8) || rest.TrimStart(" \t"u8) is [(byte)'\r' or (byte)'\n', ..];

    private static MimePart Part(ReadOnlyMemory<byte> text)
    {
        var span = text.Span;
        var end = span.IndexOf("\r\n\r\n"u8);
        var gap = 4;
        if (end < 0)
        {
            end = span.IndexOf("\n\n"u8);
            gap = 2;
        }

        if (end < 0) throw new XmlException("A part of the answer has no end of its headers.");
        var headers = Headers(Encoding.UTF8.GetString(span[..end]));
        var body = text[(end + gap)..];
        var encoding = headers.GetValueOrDefault("content-transfer-encoding", "").Trim();
        if (encoding.Equals("base64", StringComparison.OrdinalIgnoreCase)) body = Decoded(body);
        return new MimePart(Bare(headers.GetValueOrDefault("content-id", "")), headers.GetValueOrDefault("content-type", ""), body);
    }

    private static byte[] Decoded(ReadOnlyMemory<byte> body)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        return Convert.TryFromBase64String(Encoding.ASCII.GetString(body.Span), bytes, out var count) ? bytes[..count] : throw new XmlException("A part of the answer is not the base64 it says it is.");
    }

    private static Dictionary<string, string> Headers(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var unfolded = text.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return headers;
    }

    private static string? Parameter(MediaTypeHeaderValue type, string name) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');

    private static string Bare(string id) => id.Trim().TrimStart('<').TrimEnd('>');
}
