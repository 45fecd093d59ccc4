using System.Runtime.CompilerServices;

namespace Connectors.Hosting;

/// <summary>Waiting for a task for a while.</summary>
internal static class Wait
{
    /// <summary>Waits until the task ends, in whatever way, or the time is over; the task itself tells which.</summary>
    public static ConfiguredTaskAwaitable ForEndAsync(Task task, TimeSpan within, TimeProvider time) =>
        task.WaitAsync(within, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Whether the task ended, in whatever way, within the time.</summary>
    public static async ValueTask<bool> EndsAsync(Task task, TimeSpan within, TimeProvider time)
    {
        await ForEndAsync(task, within, time);
        return task.IsCompleted;
    }

    /// <summary>What is left of a deadline, never less than nothing.</summary>
    public static TimeSpan RestOf(TimeSpan deadline, long since, TimeProvider time)
    {
        var rest = deadline - time.GetElapsedTime(since);
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
