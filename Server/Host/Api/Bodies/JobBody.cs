using System.ComponentModel;
using ServerJobs;

namespace Server.Api;

/// <summary>A job as lists show it.</summary>
internal sealed record JobBody(string Id, string Name, string Call, string? Period, bool Enabled, bool Running)
{
    [Description("When it starts, in one line.")]
    public string Timetable { get; init; } = "";

    public JobStatus Status { get; init; }

    public string Key { get; init; } = "";

    public bool Predefined { get; init; }

    public JobPause? Pause { get; init; }

    public DateTimeOffset? RunningSince { get; init; }

    [Description("The run in progress.")]
    public string? RunId { get; init; }

    [Description("What the run in progress last told of its progress.")]
    public string? Progress { get; init; }

    public DateTimeOffset? NextStartAt { get; init; }

    [Description("The run in progress, otherwise the one that ended last.")]
    public RunBody? LastRun { get; init; }

    public int Repeats { get; init; }

    public long Skips { get; init; }

    public long Misses { get; init; }

    [Description("What is doubtful about its entry or its call; it runs all the same.")]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public static JobBody Of(JobSummary job, string? language) => new(job.Id, job.Name, job.Call.ToString(), job.Period?.ToString(), job.Enabled, job.Running)
    {
        Timetable = job.Job.Timetable.ToText(language == "ru"),
        Status = job.Status,
        Key = job.Job.Key,
        Predefined = job.Job.Predefined,
        Pause = job.Pause,
        RunningSince = job.RunningSince,
        RunId = job.RunId,
        Progress = job.Progress,
        NextStartAt = job.NextStartAt,
        LastRun = job.LastRun is { } run ? RunBody.Of(run, language) : null,
        Repeats = job.Repeats,
        Skips = job.Skips,
        Misses = job.Misses,
        Warnings = [.. job.Problems.Select(problem => language == "ru" ? problem.MessageRu : problem.Message)],
    };
}
