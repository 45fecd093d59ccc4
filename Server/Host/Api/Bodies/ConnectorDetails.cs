using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>A connector with its methods.</summary>
internal sealed record ConnectorDetails(ConnectorBody Connector, IReadOnlyList<MethodBody> Methods)
{
    public static ConnectorDetails Of(ConnectorInfo info, string? language) =>
        new(ConnectorBody.Of(info, language), [.. info.Methods.Select(MethodBody.Of)]);
}
