namespace Cleverence.Connectivity.Exchange;

/// <summary>One change that an exchange made (СтруктураИзменения).</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Operation">In which operation.</param>
public sealed record ExchangeChange(string Organisation, string Operation)
{
    /// <summary>The sub-system.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The message.</summary>
    public string? MessageId { get; init; }

    /// <summary>The incoming item it came by, under its id in the box; null for what came otherwise.</summary>
    public string? IncomingId { get; init; }

    /// <summary>The document; null for a request of its own.</summary>
    public string? Document { get; init; }

    /// <summary>The document that document was made from.</summary>
    public string? BaseDocument { get; init; }

    /// <summary>The failure; null when all went well.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>Whether a message was prepared.</summary>
    public bool Prepared { get; init; }

    /// <summary>Whether it was sent.</summary>
    public bool Sent { get; init; }

    /// <summary>Whether something was received and taken in.</summary>
    public bool Received { get; init; }

    /// <summary>The stage the message is in now.</summary>
    public ExchangeStage? Stage { get; init; }

    /// <summary>The document's status now, when it changed.</summary>
    public string? NewStatus { get; init; }

    /// <summary>The document's next actions now, when its status changed.</summary>
    public IReadOnlyList<string> NewActions { get; init; } = [];
}
