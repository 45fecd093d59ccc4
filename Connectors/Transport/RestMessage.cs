using RestSharp;

namespace Connectors.Transport;

/// <summary>Puts a request into the words of the client library.</summary>
internal static class RestMessage
{
    public static RestRequest Of(TransportRequest request, Uri address, IReadOnlyDictionary<string, string> defaults)
    {
        var message = new RestRequest(address, MethodOf(request.Verb));
        foreach (var (name, value) in defaults)
        {
            if (!request.Headers.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) message.AddOrUpdateHeader(name, value);
        }

        foreach (var (name, value) in request.Headers) message.AddOrUpdateHeader(name, value);
        if (request.Body is not null) message.AddStringBody(request.Body, request.ContentType);
        return message;
    }

    private static Method MethodOf(string verb) => verb switch
    {
        "GET" => Method.Get,
        "HEAD" => Method.Head,
        "OPTIONS" => Method.Options,
        "POST" => Method.Post,
        "PUT" => Method.Put,
        "PATCH" => Method.Patch,
        "DELETE" => Method.Delete,
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "Use GET, HEAD, OPTIONS, POST, PUT, PATCH or DELETE."),
    };
}
