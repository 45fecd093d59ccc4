namespace ServerJobs;

/// <summary>That a job is paused.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who paused it.</param>
/// <param name="At">When.</param>
public sealed record JobPause(string Reason, string By, DateTimeOffset At)
{
    /// <summary>When it ends by itself; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The longest pause with an end that may be asked for: a hundred years.</summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromDays(36_525);

    /// <summary>When it ends, as far as anything is planned for that; null for never.</summary>
    internal DateTimeOffset? EndFrom(DateTimeOffset now) => Until is { } end && end - now <= Longest ? end : null;
}
