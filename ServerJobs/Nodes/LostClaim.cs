namespace ServerJobs;

/// <summary>A run whose server fell silent.</summary>
/// <param name="JobId">The job.</param>
/// <param name="RunId">The run, closed as lost.</param>
/// <param name="Node">The id of the server.</param>
public sealed record LostClaim(string JobId, string RunId, string Node);
