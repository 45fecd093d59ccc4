using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>A job as <c>jobs.json</c> defines it.</summary>
/// <param name="Id">The id, unique without regard to case.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Call">What it calls.</param>
/// <param name="Timetable">When it starts.</param>
public sealed record ServerJob(string Id, string Name, ConnectorCall Call, JobTimetable Timetable)
{
    /// <summary>Two active runs with one call and one key are refused, also of different jobs; empty for no such rule.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether the schedule starts it; a person may always run it now.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it came with the server: it may be changed and not deleted.</summary>
    public bool Predefined { get; init; }

    /// <summary>The arguments of the call.</summary>
    public JobParameters Parameters { get; init; } = JobParameters.None;

    /// <summary>The user in whose name it runs; empty for the server itself.</summary>
    public string User { get; init; } = "";

    /// <summary>Whether it runs a few seconds after each start of the server.</summary>
    public bool RunAtStart { get; init; }

    /// <summary>How long a run may take; null leaves it to the connector's own limit.</summary>
    public JobPeriod? Timeout { get; init; }

    /// <summary>How a failed run is repeated; null for never.</summary>
    public JobRetries? Retries { get; init; }

    /// <summary>By how much each start is put off at most.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>How old a start missed while the server was down may be to be made up for; zero for never. Only of periods.</summary>
    public TimeSpan CatchUp { get; init; }

    /// <summary>The pause written in the file; null for none.</summary>
    public FilePause? Pause { get; init; }

    /// <summary>What happens when its moment comes while it runs; null for the default of its timetable.</summary>
    public JobOverlap? Overlap { get; init; }

    /// <summary>What holds for it when its moment comes while it runs.</summary>
    public JobOverlap EffectiveOverlap => Overlap ?? (Timetable.Calendar is null ? JobOverlap.Skip : JobOverlap.Queue);
}
