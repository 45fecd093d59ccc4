using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>One request to the base, of any of the three transports.</summary>
/// <param name="Verb">The HTTP verb.</param>
/// <param name="Address">Path and query below the base, escaped (see <see cref="OneCAddress"/>).</param>
internal sealed record OneCRequest(string Verb, string Address)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public TransportBody? Body { get; init; }

    /// <summary>Whether a machine may repeat it; follows from the verb unless told.</summary>
    public MethodSafety Safety { get; init; } = Verb is "GET" or "HEAD" ? MethodSafety.Safe : MethodSafety.Unsafe;

    /// <summary>The call it belongs to; null for the connector's own requests, such as those of a check.</summary>
    public OneCCall? Call { get; init; }

    /// <summary>Whether the service reuses sessions by itself, so that none of ours is spoken of.</summary>
    public bool OwnSessions { get; init; }

    /// <summary>The limit in place of the connector's <c>timeout</c>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The largest answer taken, in place of <c>maxResponseBytes</c>; for answers that are read as they come.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Whether a good answer is bytes, so that nothing is looked for in it.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Answers of failure that the caller reads itself, such as a SOAP fault.</summary>
    public Func<OneCAnswer, bool>? Accepts { get; init; }
}
