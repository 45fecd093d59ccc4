namespace Connectors.Hosting;

/// <summary>One request id with the print of its arguments and its outcome, running or known.</summary>
internal sealed class ReplayEntry(ReplayKey key, byte[] arguments)
{
    private readonly TaskCompletionSource<CallOutcome> running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<CallOutcome>? known;

    public ReplayKey Key { get; } = key;

    public byte[] Arguments { get; } = arguments;

    /// <summary>Whether its outcome is the last word, not what stands in for a late one. Guarded by the cache's lock.</summary>
    public bool IsEnded { get; set; }

    public Task<CallOutcome> Outcome => Volatile.Read(ref known) ?? running.Task;

    /// <summary>Sets the outcome; a late one replaces what stood in for it, also when it was the quicker of the two.</summary>
    public void Set(CallOutcome outcome)
    {
        var next = Task.FromResult(outcome);
        if (outcome.StillRunning) Interlocked.CompareExchange(ref known, next, null);
        else Volatile.Write(ref known, next);
        running.TrySetResult(outcome);
    }
}
