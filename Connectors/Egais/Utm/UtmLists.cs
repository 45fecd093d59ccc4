using System.Runtime.CompilerServices;
using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads lists of the UTM while they come: a box may hold thousands of entries.</summary>
internal static class UtmLists
{
    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 256L * 1024 * 1024,
    };

    /// <exception cref="XmlException">It is no list.</exception>
    public static async IAsyncEnumerable<UtmEntry> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(body, Settings);
        if (await reader.MoveToContentAsync().ConfigureAwait(false) != XmlNodeType.Element || reader.LocalName != "A") throw new XmlException($"The list begins with <{reader.LocalName}>, not with <A>.");
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "url") continue;
            var (reply, timestamp, state) = (reader.GetAttribute("replyId"), reader.GetAttribute("timestamp"), reader.GetAttribute("state"));
            if (PathOf(await TextAsync(reader).ConfigureAwait(false)) is { } path) yield return new UtmEntry(path) { ReplyId = Given(reply), Timestamp = Given(timestamp), State = Given(state) };
        }
    }

    /// <summary>The path and query of an address; a bare id keeps its text. Null for nothing, and for what is no address of a request.</summary>
    internal static string? PathOf(string text)
    {
        var address = text.Trim();
        var host = address.IndexOf("://", StringComparison.Ordinal);
        if (host >= 0)
        {
            var path = address.IndexOf('/', host + 3);
            address = path < 0 ? "/" : address[path..];
        }

        // It becomes part of our own requests.
        return address.Length == 0 || address.AsSpan().ContainsAnyInRange('\0', ' ') || address.AsSpan().ContainsAny('\\', '#', '\u007f') || address.Contains("..", StringComparison.Ordinal) ? null : address;
    }

    // ReadElementContentAsString would step over the following element.
    private static async ValueTask<string> TextAsync(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var text = "";
        while (await reader.ReadAsync().ConfigureAwait(false) && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text += await reader.GetValueAsync().ConfigureAwait(false);
        }

        return text;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
