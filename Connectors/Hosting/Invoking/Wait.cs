namespace Connectors.Hosting;

/// <summary>Waiting for a task for a while.</summary>
internal static class Wait
{
    /// <summary>Whether the task ended, in whatever way, within the time.</summary>
    public static async ValueTask<bool> EndsAsync(Task task, TimeSpan within, TimeProvider time)
    {
        await task.WaitAsync(within, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }
}
