using ServerJobs;

namespace Benchmarks.Runs;

/// <summary>A first page that is measured: the store's query, and the condition and order of the hand-written one.</summary>
internal sealed record RunsPage(string Name, JobRunQuery Query, string Condition, string Order, params (string Name, object Value)[] Values)
{
    private const int Rows = 50;

    public static IReadOnlyList<RunsPage> All(DateTimeOffset end)
    {
        var from = end.AddDays(-30);
        var to = end.AddDays(-29);
        const string byId = "id DESC";
        return
        [
            new("first_page", new JobRunQuery(Rows), "", byId),
            new("by_job", new JobRunQuery(Rows) { JobId = "job-7" }, "WHERE job_id = @job", byId, ("job", "job-7")),
            new("by_outcome", new JobRunQuery(Rows) { Outcome = JobOutcome.Failed }, "WHERE outcome = @outcome", byId, ("outcome", "Failed")),
            new("by_period", new JobRunQuery(Rows) { From = from, To = to }, "WHERE started_at >= @from AND started_at < @to", "started_at DESC, id DESC", ("from", from.ToUnixTimeMilliseconds()), ("to", to.ToUnixTimeMilliseconds())),
            new("by_text", new JobRunQuery(Rows) { Text = "СКЛАДОМ 49" }, "WHERE search LIKE @text", byId, ("text", "%складом 49%")),
            new("by_text_nowhere", new JobRunQuery(Rows) { Text = "нигде" }, "WHERE search LIKE @text", byId, ("text", "%нигде%")),
        ];
    }

    public string Statement => $"""
        SELECT id, job_id, job_name, call, started_by, trigger, attempt, planned_at, started_at, elapsed_ms, outcome, error_code,
            message, message_ru, detail, in_doubt, correlation_id, ended_at, node, job_key, message_count, log_line_count
        FROM job_run {Condition} ORDER BY {Order} LIMIT {Rows}
        """;
}
