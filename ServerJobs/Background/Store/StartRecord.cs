namespace ServerJobs.Background;

/// <summary>What the store made of a new operation.</summary>
/// <param name="Verdict">Whether it may run.</param>
/// <param name="Operation">The new operation, or the one it met.</param>
public sealed record StartRecord(StartVerdict Verdict, BackgroundOperation Operation);
