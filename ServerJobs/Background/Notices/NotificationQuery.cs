namespace ServerJobs.Background;

/// <summary>Which notifications of a session to read, oldest first. What has expired or is over its time by the store's clock is left out.</summary>
/// <param name="Owner">The session.</param>
/// <param name="AfterMs">Only those added after this moment, Unix milliseconds.</param>
/// <param name="Limit">How many at most.</param>
public sealed record NotificationQuery(BackgroundOwner Owner, long AfterMs, int Limit);
