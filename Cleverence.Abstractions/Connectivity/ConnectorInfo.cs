namespace Cleverence.Connectivity;

/// <summary>A configured connector as others may see it; never the connector itself.</summary>
/// <param name="Id">The identifier calls name.</param>
/// <param name="Type">The connector type.</param>
/// <param name="State">What it is ready for.</param>
public sealed record ConnectorInfo(string Id, string Type, ConnectorState State)
{
    /// <summary>The plugin folder it comes from, or null when it is built in or unknown.</summary>
    public string? Plugin { get; init; }

    /// <summary>The methods it lists; empty for a connector that declares nothing.</summary>
    public IReadOnlyList<ConnectorMethodInfo> Methods { get; init; } = [];

    /// <summary>Whether the methods are all it answers to; false for classic and raw connectors that declare nothing.</summary>
    public bool DeclaresMethods { get; init; }

    /// <summary>Why it is faulted, or the error of its last failed call.</summary>
    public ConnectorError? LastError { get; init; }

    /// <summary>When the last error happened.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>How many calls run now, hung ones included.</summary>
    public int RunningCalls { get; init; }

    /// <summary>How many calls wait for a place.</summary>
    public int WaitingCalls { get; init; }

    /// <summary>The targets whose breaker is open, with the rest of their pause.</summary>
    public IReadOnlyList<string> OpenBreakers { get; init; } = [];
}
