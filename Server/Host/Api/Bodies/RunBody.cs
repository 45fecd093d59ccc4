using System.ComponentModel;
using System.Globalization;
using ServerJobs;

namespace Server.Api;

/// <summary>A run of a job as lists show it; its messages, its log lines and the full text of its error come with the run alone.</summary>
internal sealed record RunBody(string Id, string JobId, string Call, JobTrigger Trigger, DateTimeOffset StartedAt, JobOutcome? Outcome)
{
    public string Title { get; init; } = "";

    public string Key { get; init; } = "";

    [Description("Active, Completed, Failed or Canceled.")]
    public string State { get; init; } = "";

    public DateTimeOffset? PlannedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? StartedBy { get; init; }

    public string? Node { get; init; }

    public int Attempt { get; init; }

    public long? ElapsedMs { get; init; }

    public string? ErrorCode { get; init; }

    public string? Message { get; init; }

    public bool InDoubt { get; init; }

    public int MessageCount { get; init; }

    public int LogLineCount { get; init; }

    public string? CorrelationId { get; init; }

    public static RunBody Of(JobRun run, string? language) => new(run.Id, run.JobId, run.Call, run.Trigger, run.StartedAt, run.Outcome)
    {
        Title = TitleOf(run, language == "ru"),
        Key = run.Key,
        State = StateOf(run.Outcome),
        PlannedAt = run.PlannedAt,
        EndedAt = run.EndedAt ?? run.StartedAt + run.Elapsed,
        StartedBy = run.StartedBy,
        Node = run.Node,
        Attempt = run.Attempt,
        ElapsedMs = (long?)run.Elapsed?.TotalMilliseconds,
        ErrorCode = run.ErrorCode,
        Message = language == "ru" ? run.MessageRu ?? run.Message : run.Message,
        InDoubt = run.InDoubt,
        MessageCount = run.MessageCount,
        LogLineCount = run.LogLineCount,
        CorrelationId = run.CorrelationId,
    };

    // The four states of a background job of 1C, in its own spelling.
    private static string StateOf(JobOutcome? outcome) => outcome switch
    {
        null => "Active",
        JobOutcome.Succeeded or JobOutcome.SucceededWithWarnings => "Completed",
        JobOutcome.Cancelled => "Canceled",
        _ => "Failed",
    };

    private static string TitleOf(JobRun run, bool russian)
    {
        if (run.Trigger != JobTrigger.Manual) return run.JobName;
        var at = run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return russian ? $"Ручной запуск: {run.JobName} (сеанс {run.StartedBy ?? "?"}, {at})" : $"Manual start: {run.JobName} (session {run.StartedBy ?? "?"}, {at})";
    }
}
