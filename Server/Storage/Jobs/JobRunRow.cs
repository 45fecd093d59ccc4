using System.Text.Json;
using Cleverence.Connectivity;
using ServerJobs;

namespace Server.Storage;

/// <summary>A row of the table of runs.</summary>
internal sealed class JobRunRow
{
    public string Id { get; init; } = "";

    public string JobId { get; init; } = "";

    public string JobName { get; init; } = "";

    public string Call { get; init; } = "";

    public string? StartedBy { get; init; }

    public string Trigger { get; init; } = "";

    public long Attempt { get; init; }

    public long? PlannedAt { get; init; }

    public long StartedAt { get; init; }

    public long? ElapsedMs { get; init; }

    public string? Outcome { get; init; }

    public string? ErrorCode { get; init; }

    public string? Message { get; init; }

    public string? MessageRu { get; init; }

    public string? Detail { get; init; }

    public long InDoubt { get; init; }

    public string? CorrelationId { get; init; }

    public long? EndedAt { get; init; }

    public string? Node { get; init; }

    public string Key { get; init; } = "";

    public long MessageCount { get; init; }

    public long LogLineCount { get; init; }

    /// <summary>What a search looks through, folded here: a database may know only the letters of English.</summary>
    public string Search { get; init; } = "";

    public string? Messages { get; init; }

    public string? LogLines { get; init; }

    /// <summary>Whether nothing is told of the run but that it ended.</summary>
    public bool IsPlain => Outcome is not null && Message is null && ErrorCode is null && Detail is null && Messages is null && LogLines is null && InDoubt == 0;

    public static string Fold(string text) => text.ToLowerInvariant();

    public static JobRunRow Of(JobRun run) => new()
    {
        Id = run.Id,
        JobId = run.JobId,
        JobName = run.JobName,
        Call = run.Call,
        StartedBy = run.StartedBy,
        Trigger = run.Trigger.ToString(),
        Attempt = run.Attempt,
        PlannedAt = UnixTime.Of(run.PlannedAt),
        StartedAt = UnixTime.Of(run.StartedAt),
        ElapsedMs = (long?)run.Elapsed?.TotalMilliseconds,
        Outcome = run.Outcome?.ToString(),
        ErrorCode = run.ErrorCode,
        Message = run.Message,
        MessageRu = run.MessageRu,
        Detail = run.Detail,
        InDoubt = run.InDoubt ? 1 : 0,
        CorrelationId = run.CorrelationId,
        EndedAt = UnixTime.Of(run.EndedAt),
        Node = run.Node,
        Key = run.Key,
        MessageCount = run.MessageCount,
        LogLineCount = run.LogLineCount,
        Search = Fold(string.Join('\n', run.JobName, run.Call, run.Key, run.ErrorCode, run.Message, run.MessageRu)),
        Messages = run.Messages.Count == 0 ? null : JsonSerializer.Serialize(run.Messages),
        LogLines = run.LogLines.Count == 0 ? null : JsonSerializer.Serialize(run.LogLines),
    };

    public JobRun ToRun() => new(Id, JobId, JobName, Call, Enum.Parse<JobTrigger>(Trigger), UnixTime.From(StartedAt))
    {
        PlannedAt = UnixTime.From(PlannedAt),
        StartedBy = StartedBy,
        Attempt = (int)Attempt,
        Outcome = Outcome is null ? null : Enum.Parse<JobOutcome>(Outcome),
        Elapsed = ElapsedMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
        ErrorCode = ErrorCode,
        Message = Message,
        MessageRu = MessageRu,
        Detail = Detail,
        InDoubt = InDoubt != 0,
        CorrelationId = CorrelationId,
        EndedAt = UnixTime.From(EndedAt),
        Node = Node,
        Key = Key,
        Messages = Messages is null ? [] : JsonSerializer.Deserialize<UserMessage[]>(Messages)!,
        LogLines = LogLines is null ? [] : JsonSerializer.Deserialize<string[]>(LogLines)!,
        MessageCount = (int)MessageCount,
        LogLineCount = (int)LogLineCount,
    };
}
