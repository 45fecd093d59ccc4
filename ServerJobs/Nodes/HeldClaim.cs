namespace ServerJobs;

/// <summary>A claim by its job and its fence.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">The fence.</param>
public readonly record struct HeldClaim(string JobId, long Fence);
