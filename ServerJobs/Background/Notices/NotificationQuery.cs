namespace ServerJobs.Background;

/// <summary>Which notifications of a session to read, oldest first.</summary>
/// <param name="Owner">The session.</param>
/// <param name="AfterMs">Only those added after this moment, Unix milliseconds.</param>
/// <param name="NowMs">The moment of reading; what has expired is left out.</param>
/// <param name="Limit">How many at most.</param>
public sealed record NotificationQuery(BackgroundOwner Owner, long AfterMs, long NowMs, int Limit);
