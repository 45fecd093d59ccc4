using ServerJobs;

namespace Server.Api;

/// <summary>Whether all jobs are locked.</summary>
internal sealed record JobLockBody(bool Locked, JobLock? Lock);
