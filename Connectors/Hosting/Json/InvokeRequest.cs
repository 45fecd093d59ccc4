using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>The body of a call as it came: what to call, with which arguments, in which session.</summary>
/// <param name="ClassName">The class; empty for none.</param>
/// <param name="MethodName">The method.</param>
/// <param name="Parameters">The arguments in their order; positional ones have empty names.</param>
/// <param name="Session">The caller's session, or null when the body has none.</param>
public sealed record InvokeRequest(string ClassName, string MethodName, IReadOnlyList<InvokeArg> Parameters, InvokeSession? Session)
{
    /// <summary>What the body asks of the background; null for a call that is made at once.</summary>
    public BackgroundRequest? Background { get; init; }
}
