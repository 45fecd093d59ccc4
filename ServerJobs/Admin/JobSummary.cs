using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>A job as lists show it.</summary>
/// <param name="Job">Its definition.</param>
public sealed record JobSummary(ServerJob Job)
{
    /// <summary>The id.</summary>
    public string Id => Job.Id;

    /// <summary>The name.</summary>
    public string Name => Job.Name;

    /// <summary>What it calls.</summary>
    public ConnectorCall Call => Job.Call;

    /// <summary>How often; null for a calendar.</summary>
    public JobPeriod? Period => Job.Timetable.Period;

    /// <summary>Whether the file lets the schedule start it.</summary>
    public bool Enabled => Job.Enabled;

    /// <summary>Its state.</summary>
    public JobStatus Status { get; init; }

    /// <summary>Its pause in force; null for none.</summary>
    public JobPause? Pause { get; init; }

    /// <summary>The lock of all jobs; null for none.</summary>
    public JobLock? Lock { get; init; }

    /// <summary>Whether it runs now, a hung call included.</summary>
    public bool Running { get; init; }

    /// <summary>Since when it runs.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>The id of the run in progress.</summary>
    public string? RunId { get; init; }

    /// <summary>What the run in progress last told of its progress.</summary>
    public string? Progress { get; init; }

    /// <summary>When the schedule starts it next, a repeat included; null while it is disabled, paused, locked or over.</summary>
    public DateTimeOffset? NextStartAt { get; init; }

    /// <summary>The run in progress, otherwise the one that ended last.</summary>
    public JobRun? LastRun { get; init; }

    /// <summary>How many repeats of a failed run were made or wait.</summary>
    public int Repeats { get; init; }

    /// <summary>How many starts were skipped because the run before, or one with the same call and key, was still going.</summary>
    public long Skips { get; init; }

    /// <summary>How many starts passed while the process could not run.</summary>
    public long Misses { get; init; }

    /// <summary>What is doubtful about its entry or its call.</summary>
    public IReadOnlyList<JobsProblem> Problems { get; init; } = [];
}
