namespace ServerJobs;

/// <summary>How a server claims.</summary>
/// <param name="Limit">How many jobs at most.</param>
/// <param name="Grace">How late a start may be; a later one is a miss, and the job waits for its next moment.</param>
/// <param name="Farthest">How far a moment may lie ahead beyond a job's period; one that lies farther shows that the clock of the database was set back.</param>
public sealed record ClaimTerms(int Limit, TimeSpan Grace, TimeSpan Farthest);
