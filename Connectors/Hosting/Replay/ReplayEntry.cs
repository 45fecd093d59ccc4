namespace Connectors.Hosting;

/// <summary>One request id with the hash of its arguments and its outcome, running or known.</summary>
internal sealed class ReplayEntry(ReplayKey key, UInt128 arguments)
{
    private readonly TaskCompletionSource<CallOutcome> running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Task<CallOutcome>? known;

    public ReplayKey Key { get; } = key;

    public UInt128 Arguments { get; } = arguments;

    public Task<CallOutcome> Outcome => known ?? running.Task;

    /// <summary>Sets the outcome; a late one replaces what stood in for it.</summary>
    public void Set(CallOutcome outcome)
    {
        known = Task.FromResult(outcome);
        running.TrySetResult(outcome);
    }
}
