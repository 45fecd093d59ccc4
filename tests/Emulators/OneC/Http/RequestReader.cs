using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulators.OneC;

/// <summary>Reads a request and does what the web server does before 1C sees it.</summary>
internal static partial class RequestReader
{
    public static async Task<(OneCRequest Request, OneCReply? Early)> ReadAsync(HttpContext context, OneCOptions options)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = OneCQuery.Parse(question < 0 ? "" : target[(question + 1)..]);
        var decoded = Uri.UnescapeDataString(path);
        var root = $"/{options.BaseName}/";
        var inside = decoded.StartsWith(root, StringComparison.Ordinal);
        var request = new OneCRequest(context.Request.Method, target, query, Copy(context.Request.Headers), body.ToArray())
        {
            Path = inside ? decoded[root.Length..] : decoded,
            Root = $"{context.Request.Scheme}://{context.Request.Host}/{options.BaseName}",
        };
        if (LacksLength(context.Request)) return (request, ExtensionErrors.Page(411, "411 - Length Required"));
        // What is left of percent signs is another encoding than UTF-8, or was encoded twice.
        if (ForeignPattern().IsMatch(decoded)) return (request, ExtensionErrors.Page(400, "400 - Bad Request"));
        return (request, inside ? null : ExtensionErrors.Page(404));
    }

    // IIS in front of the web extension turns these verbs away without a length.
    private static bool LacksLength(HttpRequest request) =>
        request.Method is "POST" or "PUT" or "DELETE" or "PATCH" && request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding");

    private static HeaderDictionary Copy(IHeaderDictionary headers)
    {
        var copy = new HeaderDictionary();
        foreach (var (name, values) in headers) copy[name] = values;
        return copy;
    }

    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f]")]
    private static partial Regex ForeignPattern();
}
