using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Emulators.Utm;

/// <summary>One request, read wholly.</summary>
/// <param name="Verb">GET, POST or DELETE.</param>
/// <param name="Path">The path, with a slash in front.</param>
/// <param name="Query">What stands behind the question mark.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record UtmRequest(string Verb, string Path, IReadOnlyDictionary<string, string> Query, string? ContentType, byte[] Body)
{
    private readonly string[] segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How faults and the judge call it.</summary>
    public string Endpoint => $"{Verb} {Path}";

    public int Length => segments.Length;

    public string Segment(int at) => at < segments.Length ? segments[at] : "";

    public string? Ask(string name) => Query.GetValueOrDefault(name);

    public bool Is(string verb, params ReadOnlySpan<string> start)
    {
        if (Verb != verb) return false;
        for (var at = 0; at < start.Length; at++)
        {
            if (!Segment(at).Equals(start[at], StringComparison.Ordinal)) return false;
        }

        return true;
    }

    public static async Task<UtmRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 ? [] : QueryHelpers.ParseQuery(target[question..]);
        var path = Uri.UnescapeDataString(question < 0 ? target : target[..question]);
        return new UtmRequest(context.Request.Method, path, query.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal), context.Request.ContentType, body.ToArray());
    }
}
