using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>Makes the request of a template and its arguments.</summary>
internal static class RestRequests
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    public static TransportRequest Make(RestTemplate template, RestCall call, InvokeArgs args, string keyHeader) =>
        new(template.Verb, AddressOf(template, call))
        {
            Headers = HeadersOf(template, call),
            Body = template.Body?.Render(call),
            Timeout = template.Limit,
            Safety = template.Info.Safety,
            RequestId = template.Info.Safety == Cleverence.Connectivity.MethodSafety.Keyed ? CallKeys.Of(args, template.Info) : null,
            KeyHeader = keyHeader,
            CorrelationId = args.CorrelationId,
            Deadline = args.Deadline,
        };

    /// <summary>The request of one page: another address, or another body where the page stands there.</summary>
    public static TransportRequest Page(RestTemplate template, RestCall call, TransportRequest request, PageAsk page) => page.InBody is { } value
        ? request with { Address = page.Address, Body = template.Body!.Render(call.At(new PageField(template.Paging!.Parameter, value))) }
        : request with { Address = page.Address };

    private static Dictionary<string, string> HeadersOf(RestTemplate template, RestCall call)
    {
        if (template.Headers.Count == 0) return NoHeaders;
        var headers = new Dictionary<string, string>(template.Headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in template.Headers)
        {
            if (value.Whole is not { } only || call.Has(only)) headers.Add(name, value.Render(call.TextOf));
        }

        return headers;
    }

    private static string AddressOf(RestTemplate template, RestCall call)
    {
        var path = template.Path.Render(name => Uri.EscapeDataString(call.TextOf(name)));
        var pairs = template.Query.Render(call);
        return pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))}";
    }
}
