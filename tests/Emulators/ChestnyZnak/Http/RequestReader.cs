using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulators.ChestnyZnak;

/// <summary>Reads a request from the wire: where it goes, what it asks, and its exact bytes.</summary>
internal static class RequestReader
{
    public static async Task<(string Service, string Below, Call Call)> ReadAsync(HttpContext context, ChestnyZnakEmulator emulator, CmsReader cms, RateGate rates)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = (question < 0 ? target : target[..question]).TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var (service, rest) = slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
        // A signature of a GET covers path and query as the real address has them, without the prefix of a service.
        var signed = target[(service.Length + 1)..];
        var call = new Call(emulator.World, service, "", context.Request.Method, rest, signed)
        {
            Query = Query(question < 0 ? "" : target[(question + 1)..]),
            Headers = Copy(context.Request.Headers),
            Body = body.ToArray(),
            Cms = cms,
            Rates = rates,
            Root = emulator.Address,
        };
        return (service, rest, call);
    }

    private static Dictionary<string, IReadOnlyList<string>> Query(string text)
    {
        var query = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            query[name] = query.TryGetValue(name, out var before) ? [.. before, value] : [value];
        }

        return query;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static HeaderDictionary Copy(IHeaderDictionary headers)
    {
        var copy = new HeaderDictionary();
        foreach (var (name, values) in headers) copy[name] = values;
        return copy;
    }
}
