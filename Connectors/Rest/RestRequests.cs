using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>Makes the request of a template and its arguments.</summary>
internal static class RestRequests
{
    public static TransportRequest Make(RestTemplate template, BoundArguments arguments, InvokeArgs args)
    {
        var headers = template.Headers
            .Where(header => header.Value.Whole is not { } name || arguments.Has(name))
            .ToDictionary(header => header.Key, header => header.Value.Render(arguments.TextOf), StringComparer.OrdinalIgnoreCase);
        if (template.Info.Safety == MethodSafety.Keyed) headers.TryAdd("X-Request-Id", args.RequestId ?? Guid.NewGuid().ToString());
        if (args.Deadline is { } deadline) headers.TryAdd("X-Deadline-Ms", ((long)deadline.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        var request = new TransportRequest(template.Verb, AddressOf(template, arguments))
        {
            Headers = headers,
            Body = template.Body?.Render(arguments),
            Timeout = template.Info.TimeLimit,
            ReadsOnly = template.Info.Safety == MethodSafety.Safe,
        };
        return headers.Remove("Content-Type", out var type) ? request with { ContentType = type } : request;
    }

    private static string AddressOf(RestTemplate template, BoundArguments arguments)
    {
        var path = template.Path.Render(name => Uri.EscapeDataString(arguments.TextOf(name)));
        var pairs = template.Query
            .Where(pair => pair.Value.Whole is not { } name || arguments.Has(name))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.Render(arguments.TextOf))}");
        var query = string.Join('&', pairs);
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
