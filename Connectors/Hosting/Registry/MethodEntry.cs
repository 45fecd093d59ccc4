using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>A method of an instance with what the invoker learned about it.</summary>
internal sealed class MethodEntry(ConnectorMethodInfo info)
{
    public ConnectorMethodInfo Info { get; } = info;

    /// <summary>How its calls are started: see <see cref="StartRule"/>.</summary>
    public StartRule Start { get; } = new(info.Blocking, info.NeverBlocks);

    /// <summary>The target its last failed call named, until a call succeeds: the breaker looked at before a call.</summary>
    public string? FailingTarget { get; set; }
}
