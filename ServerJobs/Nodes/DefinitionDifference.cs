namespace ServerJobs;

/// <summary>A job of which a server's file says something else than what is in force.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Nodes">The living servers whose files agree with what is in force, by name.</param>
public sealed record DefinitionDifference(string JobId, IReadOnlyList<string> Nodes);
