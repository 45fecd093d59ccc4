using System.Text;
using ServerJobs;

namespace Server.Storage;

/// <summary>The statements that read runs. Only the conditions a query has are in its text, each a constant: a database uses an index for a condition it sees, not for one that may be null.</summary>
internal static class JobRunSelect
{
    public const string Last = Listed + "WHERE id IN (SELECT MAX(id) FROM job_run WHERE outcome IS NOT NULL GROUP BY job_id)";

    public const string One = "SELECT " + Columns + ", messages AS Messages, log_lines AS LogLines FROM job_run WHERE id = @runId";

    public const string StartOf = "SELECT started_at FROM job_run WHERE id = @Before";

    private const string Columns = """
        id AS Id, job_id AS JobId, job_name AS JobName, call AS Call, started_by AS StartedBy, trigger AS Trigger, attempt AS Attempt,
            planned_at AS PlannedAt, started_at AS StartedAt, elapsed_ms AS ElapsedMs, outcome AS Outcome, error_code AS ErrorCode,
            message AS Message, message_ru AS MessageRu, detail AS Detail, in_doubt AS InDoubt, correlation_id AS CorrelationId,
            ended_at AS EndedAt, node AS Node, job_key AS Key, message_count AS MessageCount, log_line_count AS LogLineCount
        """;

    private const string Listed = "SELECT " + Columns + " FROM job_run\n";

    /// <summary>Whether a query goes along the moments of the starts, which have an index of their own, and not along the ids.</summary>
    public static bool IsByStart(JobRunQuery query) => query.From is not null || query.To is not null;

    public static string Of(JobRunQuery query)
    {
        var byStart = IsByStart(query);
        var text = new StringBuilder(Listed);
        var joint = "WHERE ";
        When(query.JobId is not null, "job_id = @JobId");
        When(query.Outcome is not null, "outcome = @Outcome");
        When(query.Running, "outcome IS NULL");
        When(query.From is not null, "started_at >= @From");
        When(query.To is not null, "started_at < @To");
        When(query.Text is not null, "search LIKE @Text ESCAPE '!'");
        When(query.Before is not null, byStart ? "(started_at, id) < (@BeforeAt, @Before)" : "id < @Before");
        return text.Append(byStart ? " ORDER BY started_at DESC, id DESC" : " ORDER BY id DESC").Append(" LIMIT @Limit").ToString();

        void When(bool wanted, string condition)
        {
            if (!wanted) return;
            text.Append(joint).Append(condition);
            joint = " AND ";
        }
    }

    /// <summary>What a text is compared with: folded, as it is kept, with the letters that mean something to the database made plain.</summary>
    public static string? Pattern(string? text) =>
        text is null ? null : $"%{JobRunRow.Fold(text).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";
}
