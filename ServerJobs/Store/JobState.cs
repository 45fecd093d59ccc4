namespace ServerJobs;

/// <summary>What is kept of a job over restarts.</summary>
/// <param name="Progress">How far its schedule has come.</param>
/// <param name="Pause">Its pause; null for none.</param>
public sealed record JobState(JobProgress Progress, JobPause? Pause);
