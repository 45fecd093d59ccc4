using Connectors.Transport;

namespace Connectors.Rest;

/// <summary>Addresses of next pages. Where they may lead is the transport's to say; here they are only read.</summary>
internal static class NextLink
{
    /// <summary>Makes a whole address of a link, relative to the page it stands in.</summary>
    public static string Resolve(string link, Uri page)
    {
        if (!Uri.TryCreate(page, link, out var next) || next.Scheme is not ("http" or "https") || next.UserInfo.Length > 0) throw ResultErrors.WrongLink(link);

        // Credentials must not leave a secured connection because an answer says so.
        if (page.Scheme == "https" && next.Scheme == "http") throw ResultErrors.WrongLink(link);
        return next.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }

    /// <summary>The target of the header <c>Link</c> with the relation <c>next</c>, RFC 8288; null when there is none.</summary>
    public static string? OfHeader(TransportAnswer answer) =>
        answer.Header("Link") is { } header && Find(header) is { } link ? Resolve(link, answer.Address) : null;

    private static string? Find(string header)
    {
        for (var at = header.IndexOf('<', StringComparison.Ordinal); at >= 0; at = header.IndexOf('<', at))
        {
            var end = header.IndexOf('>', at);
            if (end < 0) return null;
            var target = header[(at + 1)..end];
            var isNext = false;
            for (at = end + 1; at < header.Length && header[at] != ',';)
            {
                var stop = EndOfParameter(header, at + 1);
                isNext |= header[at] == ';' && IsNext(header[(at + 1)..stop]);
                at = stop;
            }

            if (isNext) return target.Trim();
        }

        return null;
    }

    // A comma or semicolon ends a parameter only outside quotes.
    private static int EndOfParameter(string header, int at)
    {
        for (var quoted = false; at < header.Length; at++)
        {
            if (header[at] == '"') quoted = !quoted;
            else if (header[at] is ',' or ';' && !quoted) return at;
        }

        return at;
    }

    private static bool IsNext(string parameter) =>
        parameter.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value] && name.Equals("rel", StringComparison.OrdinalIgnoreCase)
        && value.Trim('"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase);
}
