using Cleverence.Connectivity;

namespace ServerJobs.Background;

/// <summary>Something the server has for a session.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">One of <see cref="NotificationKinds"/>.</param>
/// <param name="Owner">The session it is for.</param>
/// <param name="OperationId">The operation it tells of.</param>
/// <param name="Content">What it says: status, resultAddress, messages, progress, error; of a notice also the notice.</param>
public sealed record Notification(string Id, string Kind, BackgroundOwner Owner, string OperationId, ConnectorRecord Content)
{
    /// <summary>The largest content that travels in the notification itself, in bytes; larger content is fetched by its id.</summary>
    public const int MaxContentBytes = 1024;

    /// <summary>When it was added, Unix milliseconds, strictly increasing over all servers on the store; given by the store, by its clock. Clients go on from it.</summary>
    public long AddedMs { get; init; }

    /// <summary>The operation whose notifications are kept in order: of portions the main one.</summary>
    public string Group { get; init; } = OperationId;

    /// <summary>How long it waited for its turn.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>A notice replaces the one with the same key; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>When it is worth nothing any more; null for the retention of all.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the content is too large to travel in it and must be fetched by the id.</summary>
    public bool IsLarge { get; init; }
}
