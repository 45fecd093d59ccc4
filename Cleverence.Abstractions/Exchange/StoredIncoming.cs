namespace Cleverence.Connectivity.Exchange;

/// <summary>An incoming item with its bytes.</summary>
/// <param name="Id">The engine's id, a UUID of version 7.</param>
/// <param name="Item">Where it came from.</param>
/// <param name="Payload">Its bytes; empty while it is only <see cref="IncomingStage.Seen"/>.</param>
public sealed record StoredIncoming(string Id, IncomingItem Item, byte[] Payload)
{
    /// <summary>Where it stands.</summary>
    public IncomingStage Stage { get; init; }

    /// <summary>SHA-256 of the bytes, base64; how a repeated item is recognised.</summary>
    public string Hash { get; init; } = "";

    /// <summary>How often its handling was tried.</summary>
    public int Attempt { get; init; }

    /// <summary>Why it is not handled yet.</summary>
    public ConnectorError? LastError { get; init; }

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The row's version.</summary>
    public long Version { get; init; }
}
