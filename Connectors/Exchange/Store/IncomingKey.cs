namespace Connectors.Exchange;

/// <summary>What incoming items are found by.</summary>
public enum IncomingKey
{
    /// <summary>By where they came from.</summary>
    RemoteId,

    /// <summary>By the engine's id.</summary>
    Id,

    /// <summary>By the hash of their bytes; only those whose meaning is applied.</summary>
    HandledHash,
}
