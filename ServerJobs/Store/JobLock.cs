namespace ServerJobs;

/// <summary>That no job of the base is started by its schedule (блокировка регламентных заданий).</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who locked them.</param>
/// <param name="At">When.</param>
public sealed record JobLock(string Reason, string By, DateTimeOffset At);
