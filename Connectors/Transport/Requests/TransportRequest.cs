using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>One request to the outside system.</summary>
/// <param name="Verb">The HTTP verb in capitals.</param>
/// <param name="Address">Path and query relative to the base address, already escaped; or a whole address, which the guard then checks.</param>
public sealed record TransportRequest(string Verb, string Address)
{
    /// <summary>The header that carries <see cref="RequestId"/> unless told otherwise.</summary>
    public const string DefaultKeyHeader = "X-Request-Id";

    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>Headers of this request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The body, or null for none.</summary>
    public TransportBody? Body { get; init; }

    /// <summary>The limit of this call in place of the options' one.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether a machine may repeat it; follows from the verb unless told. A failed request that is Safe is never in doubt.</summary>
    public MethodSafety Safety { get; init; } = Verb is "GET" or "HEAD" or "OPTIONS" ? MethodSafety.Safe : MethodSafety.Unsafe;

    /// <summary>Whether the request only reads.</summary>
    public bool ReadsOnly => Safety == MethodSafety.Safe;

    /// <summary>The id by which the other side recognises a repeat of a Keyed request; one is made when there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The header that carries the id of a Keyed request.</summary>
    public string KeyHeader { get; init; } = DefaultKeyHeader;

    /// <summary>The id under which logs speak of the call; sent as <c>X-Correlation-Id</c>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>How long the caller will still wait: no repeat begins after it, and what is left of it goes along as <c>X-Deadline-Ms</c>.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The largest answer taken, in place of the options' limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Answers other than 2xx that the caller wants to read itself, such as a SOAP fault under status 500.</summary>
    public Func<TransportAnswer, bool>? Accepts { get; init; }

    /// <summary>Whether it is never repeated, whatever its safety: a check wants to see what happens, and soon.</summary>
    internal bool Once { get; init; }
}
