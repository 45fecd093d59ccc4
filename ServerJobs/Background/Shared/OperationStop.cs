namespace ServerJobs.Background;

/// <summary>An operation that must stop.</summary>
/// <param name="Id">The operation.</param>
/// <param name="By">Who asked; null when nobody did.</param>
/// <param name="IsLost">Whether another server closed it as lost.</param>
public sealed record OperationStop(string Id, CancelledBy? By, bool IsLost);
