using System.Runtime.CompilerServices;

namespace ServerJobs;

/// <summary>Awaited, it goes on behind all that waits for the pool: what comes before the calls is done for all runs of one moment before the first of their calls begins.</summary>
internal readonly struct BehindTheQueue : ICriticalNotifyCompletion
{
    /// <summary>Never before it has waited.</summary>
    public bool IsCompleted => false;

    public BehindTheQueue GetAwaiter() => this;

    /// <summary>Nothing comes of it.</summary>
    public void GetResult()
    {
        // There is no result.
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    // The compiler's own continuation brings its execution context with it.
    public void UnsafeOnCompleted(Action continuation) => ThreadPool.UnsafeQueueUserWorkItem(static next => next(), continuation, preferLocal: false);
}
