namespace ServerJobs;

/// <summary>What the shared timetable has to know of a job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Hash">A hash of all that the file says of it: servers run a job only where their files agree.</param>
/// <param name="Name">Its name.</param>
/// <param name="Call">What it calls.</param>
public sealed record JobDefinition(string JobId, string Hash, string Name, string Call)
{
    /// <summary>Its key; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>How often it starts; null when a calendar tells.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>Whether the schedule starts it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What happens at a moment at which it still runs.</summary>
    public ClaimOverlap Overlap { get; init; }

    /// <summary>Until when its file pauses it; null for no pause.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>How late a start of it may be made up.</summary>
    public TimeSpan CatchUp { get; init; }

    /// <summary>How long after the registration a job starts that never ran.</summary>
    public TimeSpan FirstIn { get; init; }

    /// <summary>Whether it is to start so also when it ran before, unless another server is running.</summary>
    public bool StartsAnew { get; init; }
}
