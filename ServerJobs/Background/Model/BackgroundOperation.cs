using Cleverence.Connectivity;

namespace ServerJobs.Background;

/// <summary>A background job as it is kept: what was started, by whom, and what became of it.</summary>
/// <param name="Id">A time-ordered id.</param>
/// <param name="Owner">Who started it.</param>
/// <param name="Call">The call, <c>ConnectorId:Class.Method</c>.</param>
/// <param name="StartedAt">When it was started.</param>
public sealed record BackgroundOperation(string Id, BackgroundOwner Owner, string Call, DateTimeOffset StartedAt)
{
    /// <summary>The key, unique among the active operations of one call; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>What people read in lists.</summary>
    public string Title { get; init; } = "";

    /// <summary>The user at the device.</summary>
    public string? UserId { get; init; }

    /// <summary>The request id it was started with; a repeat finds it by that.</summary>
    public string? RequestId { get; init; }

    /// <summary>What was asked for as a few bytes: tells a repeat from another request under the same id.</summary>
    public byte[] Asked { get; init; } = [];

    /// <summary>The id under which the log speaks of it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The name of the server that runs it.</summary>
    public string Node { get; init; } = "";

    /// <summary>The id of that start of the server: one that was restarted runs it no more.</summary>
    public string NodeId { get; init; } = "";

    /// <summary>How it ended; null while it is active.</summary>
    public JobOutcome? Outcome { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who cancelled it, when somebody did.</summary>
    public CancelledBy? CancelledBy { get; init; }

    /// <summary>The error it ended with.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>Whether its key is still taken: it is active, or its method goes on after its limit.</summary>
    public bool HoldsKey { get; init; } = true;

    /// <summary>Where its result lies; readable only after the end.</summary>
    public string ResultAddress { get; init; } = "";

    /// <summary>The newest progress.</summary>
    public BackgroundProgress? Progress { get; init; }

    /// <summary>How many portions it works through; 0 for a single call.</summary>
    public int PortionCount { get; init; }

    /// <summary>The messages for the person; filled only when it is over.</summary>
    public IReadOnlyList<UserMessage> Messages { get; init; } = [];

    /// <summary>The state.</summary>
    public BackgroundState State => Outcome switch
    {
        null => BackgroundState.Active,
        JobOutcome.Succeeded or JobOutcome.SucceededWithWarnings => BackgroundState.Completed,
        JobOutcome.Cancelled => BackgroundState.Canceled,
        _ => BackgroundState.Failed,
    };

    /// <summary>The status its caller is told: who is cancelled by somebody else is told of an error.</summary>
    public OperationStatus Status => State switch
    {
        BackgroundState.Active => OperationStatus.Running,
        BackgroundState.Completed => OperationStatus.Completed,
        BackgroundState.Canceled when CancelledBy == Background.CancelledBy.Owner => OperationStatus.Canceled,
        _ => OperationStatus.Error,
    };
}
