using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>Makes the request of a template and its arguments.</summary>
internal static class RestRequests
{
    public static TransportRequest Make(RestTemplate template, RestCall call, InvokeArgs args, string keyHeader) =>
        new(template.Verb, AddressOf(template, call))
        {
            Headers = HeadersOf(template, call),
            Body = template.Body?.Render(call),
            Timeout = template.Info.TimeLimit,
            Safety = template.Info.Safety,
            RequestId = template.Info.Safety == Cleverence.Connectivity.MethodSafety.Keyed ? CallKeys.Of(args, template.Info) : null,
            KeyHeader = keyHeader,
            CorrelationId = args.CorrelationId,
            Deadline = args.Deadline,
        };

    private static Dictionary<string, string> HeadersOf(RestTemplate template, RestCall call)
    {
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
