namespace ServerJobs.Background;

/// <summary>An operation that runs on this server.</summary>
#pragma warning disable CA1001 // Its source has no timer and no handle; disposed, it would throw at whoever cancels in the moment of the end.
internal sealed class ActiveOperation(BackgroundOperation operation, OperationOutbox outbox)
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int cancelledBy = -1;

    public BackgroundOperation Operation { get; } = operation;

    public OperationOutbox Outbox { get; } = outbox;

    /// <summary>Fires when somebody cancels it.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Ends when its end is kept.</summary>
    public Task Ended => ended.Task;

    public CancelledBy? CancelledBy => Volatile.Read(ref cancelledBy) is >= 0 and var by ? (CancelledBy)by : null;

    /// <summary>Asks it to stop; the first who asks is the one who cancelled it.</summary>
    public bool TryCancel(CancelledBy by)
    {
        if (Interlocked.CompareExchange(ref cancelledBy, (int)by, -1) != -1) return false;

        // What the token wakes is a stranger's code: it may block or throw, and must do neither to us.
        _ = stop.CancelAsync().ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return true;
    }

    public void End() => ended.TrySetResult();
}
#pragma warning restore CA1001
