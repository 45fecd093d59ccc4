using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Server.Api;

/// <summary>A server operation.</summary>
internal sealed record OperationBody(string Name, ServerOperationLock Lock, string Plugin, IReadOnlyList<ParameterBody> Parameters, string? Description)
{
    public static OperationBody Of(ServerOperationInfo info) =>
        new(info.Name, info.Lock, info.Plugin, [.. info.Method.Parameters.Select(ParameterBody.Of)], info.Method.Description);
}
