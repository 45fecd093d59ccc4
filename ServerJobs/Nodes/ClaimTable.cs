namespace ServerJobs;

/// <summary>The shared timetable at a moment.</summary>
/// <param name="Now">The clock of the database.</param>
/// <param name="Jobs">A row a job.</param>
public sealed record ClaimTable(DateTimeOffset Now, IReadOnlyList<JobClaimState> Jobs);
