namespace ServerJobs.Background;

/// <summary>Which operations to find, newest first.</summary>
/// <param name="Limit">How many at most.</param>
public sealed record BackgroundQuery(int Limit)
{
    /// <summary>Only those of this session; null for all.</summary>
    public BackgroundOwner? Owner { get; init; }

    /// <summary>Only those with this key.</summary>
    public string? Key { get; init; }

    /// <summary>Only those in this state.</summary>
    public BackgroundState? State { get; init; }

    /// <summary>Only those of this call.</summary>
    public string? Call { get; init; }

    /// <summary>Only those whose title holds this text; case matters only where it is not Latin.</summary>
    public string? Title { get; init; }

    /// <summary>Only those started at or after this moment.</summary>
    public DateTimeOffset? StartedFrom { get; init; }

    /// <summary>Only those started before this moment.</summary>
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>Only those that ended at or after this moment.</summary>
    public DateTimeOffset? EndedFrom { get; init; }

    /// <summary>Only those that ended before this moment.</summary>
    public DateTimeOffset? EndedBefore { get; init; }

    /// <summary>Only those of this server.</summary>
    public string? Node { get; init; }

    /// <summary>Only those with an id before this one: the last id of the page before.</summary>
    public string? Before { get; init; }
}
