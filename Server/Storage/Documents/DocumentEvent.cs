using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>One handler's call for one event of a document, kept until the handler has answered.</summary>
/// <param name="Id">Its id, ordered by time; every attempt of the call is made under it as request id.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Event">The event.</param>
/// <param name="Handler">The address of the handler.</param>
/// <param name="Arguments">The arguments, in their order, as they were when the event was raised: a repeat must be the same call.</param>
public sealed record DocumentEvent(string Id, string DocumentId, string Event, string Handler, ConnectorRecord Arguments)
{
    /// <summary>The version of the document that raised it; set by the store.</summary>
    public long Version { get; init; }

    /// <summary>The user the document came with.</summary>
    public string? UserId { get; init; }

    /// <summary>The device the document came from.</summary>
    public string? DeviceId { get; init; }

    /// <summary>When it was raised; set by the store.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How it stands.</summary>
    public DocumentEventState State { get; init; }

    /// <summary>When it may be called, while it is pending.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>How often the handler was called.</summary>
    public long Attempts { get; init; }

    /// <summary>How often it was called since a person last asked for it.</summary>
    public long Tries { get; init; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The code of the last error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The last error, in English.</summary>
    public string? Error { get; init; }

    /// <summary>The last error, in Russian.</summary>
    public string? ErrorRu { get; init; }
}
