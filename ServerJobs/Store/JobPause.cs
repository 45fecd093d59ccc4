namespace ServerJobs;

/// <summary>That a job is paused.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who paused it.</param>
/// <param name="At">When.</param>
public sealed record JobPause(string Reason, string By, DateTimeOffset At)
{
    /// <summary>When it ends by itself; null for never.</summary>
    public DateTimeOffset? Until { get; init; }
}
