using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>A server operation as others may see it.</summary>
/// <param name="Name">Its name, unique among all plugins, compared without case.</param>
/// <param name="Lock">What it keeps others from doing while it runs.</param>
/// <param name="Plugin">The plugin that brings it.</param>
public sealed record ServerOperationInfo(string Name, ServerOperationLock Lock, string Plugin)
{
    /// <summary>Its parameters and result, as of a connector's method.</summary>
    public required ConnectorMethodInfo Method { get; init; }
}
