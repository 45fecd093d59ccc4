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
        var type = headers.Remove("Content-Type", out var given) ? given : "application/json";
        return new TransportRequest(template.Verb, AddressOf(template, arguments))
        {
            Headers = headers,
            Body = template.Body is { } body ? TransportBody.Text(body.Render(arguments), type) : null,
            Timeout = template.Info.TimeLimit,
            Safety = template.Info.Safety,
            RequestId = args.RequestId,
            CorrelationId = args.CorrelationId,
            Deadline = args.Deadline,
        };
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
