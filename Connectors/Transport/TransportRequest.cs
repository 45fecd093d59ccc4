namespace Connectors.Transport;

/// <summary>One request to the outside system.</summary>
/// <param name="Verb">The HTTP verb in capitals.</param>
/// <param name="Address">Path and query relative to the base address, already escaped; or a whole address, which the guard then checks.</param>
public sealed record TransportRequest(string Verb, string Address)
{
    /// <summary>Headers of this request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, or null for none.</summary>
    public string? Body { get; init; }

    /// <summary>The content type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The limit of this exchange in place of the options' one.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the request only reads. A failed one is then never in doubt and may be repeated. Follows from the verb unless told.</summary>
    public bool ReadsOnly { get; init; } = Verb is "GET" or "HEAD" or "OPTIONS";
}
