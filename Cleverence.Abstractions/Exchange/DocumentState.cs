namespace Cleverence.Connectivity.Exchange;

/// <summary>Where a document stands in its exchange, and what a person may do next.</summary>
/// <param name="Document">The document.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Status">Its status, a name of the connector's table.</param>
public sealed record DocumentState(string Document, string Kind, string Status)
{
    /// <summary>The most actions a document offers at a time.</summary>
    public const int MaxActions = 3;

    /// <summary>What may be done next, at most <see cref="MaxActions"/>, codes of the connector.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Whose document.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The operation it is in.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The receipts seen in this operation.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>The last failure; null when there is none to show.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>Whether the status is one of failure, so that the last operation may be taken back.</summary>
    public bool IsError { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The version, raised by one at each change; 0 for a document the engine has not met.</summary>
    public long Version { get; init; }
}
