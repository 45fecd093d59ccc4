using ServerJobs;

namespace Server.Api;

/// <summary>A run of a job; the full text of its error stays in the log and the history.</summary>
internal sealed record RunBody(string Id, string JobId, string Call, JobTrigger Trigger, DateTimeOffset StartedAt, JobOutcome? Outcome)
{
    public DateTimeOffset? PlannedAt { get; init; }

    public string? StartedBy { get; init; }

    public int Attempt { get; init; }

    public long? ElapsedMs { get; init; }

    public string? ErrorCode { get; init; }

    public string? Message { get; init; }

    public bool InDoubt { get; init; }

    public string? CorrelationId { get; init; }

    public static RunBody Of(JobRun run, string? language) => new(run.Id, run.JobId, run.Call, run.Trigger, run.StartedAt, run.Outcome)
    {
        PlannedAt = run.PlannedAt,
        StartedBy = run.StartedBy,
        Attempt = run.Attempt,
        ElapsedMs = (long?)run.Elapsed?.TotalMilliseconds,
        ErrorCode = run.ErrorCode,
        Message = language == "ru" ? run.MessageRu ?? run.Message : run.Message,
        InDoubt = run.InDoubt,
        CorrelationId = run.CorrelationId,
    };
}
