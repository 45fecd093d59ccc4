namespace ServerJobs;

/// <summary>A pause written in the file of jobs.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
public sealed record FilePause(string Reason, DateTimeOffset? Until);
