namespace Connectors.Hosting;

/// <summary>Runs foreign code that may block or hang on a thread of its own, and waits for it no longer than a limit.</summary>
internal static class ForeignThread
{
    /// <summary>Runs the work. When the limit passes, a <see cref="TooSlowException"/> leaves, and what the work still brings goes to <paramref name="late"/>.</summary>
    public static async Task<T> RunAsync<T>(string name, Func<T> work, TimeSpan limit, TimeProvider time, Action<T>? late = null, Action? lateFailure = null)
    {
        var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(work, ended)) { IsBackground = true, Name = name }.UnsafeStart();
        try
        {
            return await ended.Task.WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The work's own time-out, or one that ended in the last moment.
            if (ended.Task.IsCompleted) return await ended.Task.ConfigureAwait(false);
            _ = WhenLateAsync(ended.Task, late, lateFailure);
            throw new TooSlowException(name, limit);
        }
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> ended)
    {
        try
        {
            ended.SetResult(work());
        }
        catch (Exception failure)
        {
            ended.SetException(failure);
        }
    }

    private static async Task WhenLateAsync<T>(Task<T> running, Action<T>? late, Action? lateFailure)
    {
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (running.IsCompletedSuccessfully) late?.Invoke(running.Result);
        else lateFailure?.Invoke();
    }
}
