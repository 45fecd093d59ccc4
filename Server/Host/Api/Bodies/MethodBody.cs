using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>A method of a connector.</summary>
internal sealed record MethodBody(string Class, string Method, IReadOnlyList<string> Aliases, IReadOnlyList<ParameterBody> Parameters, MethodSafety Safety, string? TimeLimit, string? Result, string? Description)
{
    public static MethodBody Of(ConnectorMethodInfo info) => new(
        info.ClassName, info.MethodName, info.Aliases, [.. info.Parameters.Select(ParameterBody.Of)], info.Safety,
        info.TimeLimit?.ToString("c"), info.ResultKind is { } kind ? ConnectorValues.NameOf(kind) : null, info.Description);
}
