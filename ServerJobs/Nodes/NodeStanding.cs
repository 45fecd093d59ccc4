namespace ServerJobs;

/// <summary>What came of a server's renewal.</summary>
/// <param name="Held">Whether its lease had held until now.</param>
/// <param name="Now">The clock of the database.</param>
public sealed record NodeStanding(bool Held, DateTimeOffset Now);
