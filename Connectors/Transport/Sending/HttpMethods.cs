namespace Connectors.Transport;

/// <summary>The methods of requests by their words.</summary>
internal static class HttpMethods
{
    public static HttpMethod Of(string verb) => verb switch
    {
        "GET" => HttpMethod.Get,
        "HEAD" => HttpMethod.Head,
        "OPTIONS" => HttpMethod.Options,
        "POST" => HttpMethod.Post,
        "PUT" => HttpMethod.Put,
        "PATCH" => HttpMethod.Patch,
        "DELETE" => HttpMethod.Delete,
        _ when HeaderText.IsName(verb) && verb.Length <= 20 => new HttpMethod(verb),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "This is no HTTP verb."),
    };
}
