using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>A parameter of a method.</summary>
internal sealed record ParameterBody(string Name, string? Type, bool Optional, IReadOnlyList<string> Aliases, string? Description)
{
    public static ParameterBody Of(ConnectorParameterInfo info) =>
        new(info.Name, info.Type is { } kind ? ConnectorValues.NameOf(kind) : null, info.Optional, info.Aliases, info.Description);
}
