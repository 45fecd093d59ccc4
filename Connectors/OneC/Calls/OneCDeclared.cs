using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>A method of the settings, ready for use.</summary>
/// <param name="Info">What callers are told.</param>
/// <param name="NameInOneC">Its name in 1C; of a web service <c>Service.Operation</c>.</param>
/// <param name="Parameters">The parameters, in the order positional arguments are taken.</param>
internal sealed record OneCDeclared(ConnectorMethodInfo Info, string NameInOneC, IReadOnlyList<OneCParameter> Parameters)
{
    public OneCTransportKind Transport { get; init; }

    public OneCType ResultType { get; init; }

    /// <summary>The function that is asked for this one by its name; null for a direct call.</summary>
    public string? Through { get; init; }

    public bool Long { get; init; }

    /// <summary>The limit of one request; null for the connector's.</summary>
    public TimeSpan? Limit { get; init; }

    public bool ErrorInReturn { get; init; }
}
