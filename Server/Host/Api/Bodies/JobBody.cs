using ServerJobs;

namespace Server.Api;

/// <summary>A job as lists show it.</summary>
internal sealed record JobBody(string Id, string Name, string Call, string Period, bool Enabled, bool Running)
{
    public JobPause? Pause { get; init; }

    public DateTimeOffset? RunningSince { get; init; }

    public DateTimeOffset? NextStartAt { get; init; }

    public RunBody? LastRun { get; init; }

    public long Skips { get; init; }

    public long Misses { get; init; }

    public static JobBody Of(JobSummary job, string? language) => new(job.Id, job.Name, job.Call.ToString(), job.Period?.ToString() ?? job.Job.Timetable.ToText(language == "ru"), job.Enabled, job.Running)
    {
        Pause = job.Pause,
        RunningSince = job.RunningSince,
        NextStartAt = job.NextStartAt,
        LastRun = job.LastRun is { } run ? RunBody.Of(run, language) : null,
        Skips = job.Skips,
        Misses = job.Misses,
    };
}
