using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>A job as lists show it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Call">What it calls.</param>
/// <param name="Period">How often.</param>
/// <param name="Enabled">Whether the file lets the schedule start it.</param>
public sealed record JobSummary(string Id, string Name, ConnectorCall Call, JobPeriod Period, bool Enabled)
{
    /// <summary>Its pause; null for none.</summary>
    public JobPause? Pause { get; init; }

    /// <summary>Whether it runs now, a hung call and the wait for a repeat included.</summary>
    public bool Running { get; init; }

    /// <summary>Since when it runs.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>When the schedule starts it next; null while it is disabled or paused.</summary>
    public DateTimeOffset? NextStartAt { get; init; }

    /// <summary>Its newest ended run.</summary>
    public JobRun? LastRun { get; init; }

    /// <summary>How many starts were skipped because the run before was still going.</summary>
    public long Skips { get; init; }

    /// <summary>How many starts passed while the process could not run.</summary>
    public long Misses { get; init; }
}
