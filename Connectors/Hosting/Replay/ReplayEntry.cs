namespace Connectors.Hosting;

/// <summary>One request id with the print of its arguments and its outcome, running or known.</summary>
internal sealed class ReplayEntry(ReplayKey key, byte[] arguments)
{
    private readonly Lock sync = new();
    private CallOutcome? known;

    // Made for the first who waits: nearly no call has anybody beside its caller.
    private TaskCompletionSource<CallOutcome>? waiting;

    public ReplayKey Key { get; } = key;

    public byte[] Arguments { get; } = arguments;

    /// <summary>Whether its outcome is the last word, not what stands in for a late one. Guarded by the cache's lock.</summary>
    public bool IsEnded { get; set; }

    public Task<CallOutcome> Outcome
    {
        get
        {
            lock (sync) return known is { } outcome ? Task.FromResult(outcome) : (waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Sets the outcome; a late one replaces what stood in for it, also when it was the quicker of the two.</summary>
    public void Set(CallOutcome outcome)
    {
        TaskCompletionSource<CallOutcome>? waking;
        lock (sync)
        {
            if (known is null || !outcome.StillRunning) known = outcome;
            (waking, waiting) = (waiting, null);
        }

        waking?.SetResult(outcome);
    }
}
