namespace ServerJobs;

/// <summary>What <c>jobs.json</c> says: the jobs that are right, and everything wrong with the others.</summary>
internal sealed record JobsConfig(IReadOnlyList<ServerJob> Jobs, IReadOnlyList<JobsProblem> Problems)
{
    public static JobsConfig Empty { get; } = new([], []);
}
