namespace ServerJobs;

/// <summary>What <c>jobs.json</c> says: the jobs that are right, and everything wrong with the others.</summary>
internal sealed record JobsConfig(IReadOnlyList<ServerJob> Jobs, IReadOnlyList<JobsProblem> Problems)
{
    public static JobsConfig Empty { get; } = new([], []);

    /// <summary>The zone of its calendars; null when the file names none.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Where in the file each job stands, such as <c>jobs[3]</c>, in the order of the jobs.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];
}
