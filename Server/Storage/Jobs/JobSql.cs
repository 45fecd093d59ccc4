namespace Server.Storage;

/// <summary>The statements on jobs: their state in one database, their runs in the other.</summary>
internal static class JobSql
{
    public const string Begin = """
        INSERT INTO job_run (id, job_id, job_name, call, started_by, trigger, attempt, planned_at, started_at, correlation_id)
        VALUES (@Id, @JobId, @JobName, @Call, @StartedBy, @Trigger, @Attempt, @PlannedAt, @StartedAt, @CorrelationId)
        """;

    public const string Complete = """
        INSERT INTO job_run (id, job_id, job_name, call, started_by, trigger, attempt, planned_at, started_at, elapsed_ms, outcome, error_code, message, message_ru, detail, in_doubt, correlation_id)
        VALUES (@Id, @JobId, @JobName, @Call, @StartedBy, @Trigger, @Attempt, @PlannedAt, @StartedAt, @ElapsedMs, @Outcome, @ErrorCode, @Message, @MessageRu, @Detail, @InDoubt, @CorrelationId)
        ON CONFLICT (id) DO UPDATE SET
            elapsed_ms = excluded.elapsed_ms, outcome = excluded.outcome, error_code = excluded.error_code, message = excluded.message,
            message_ru = excluded.message_ru, detail = excluded.detail, in_doubt = excluded.in_doubt
        """;

    public const string CloseLost = "UPDATE job_run SET outcome = @outcome, message = @message, message_ru = @messageRu, in_doubt = 1 WHERE outcome IS NULL";

    public const string List = Columns + """
        WHERE (@Outcome IS NULL OR outcome = @Outcome) AND (@Before IS NULL OR id < @Before)
        ORDER BY id DESC LIMIT @Limit
        """;

    public const string ListOfJob = Columns + """
        WHERE job_id = @JobId AND (@Outcome IS NULL OR outcome = @Outcome) AND (@Before IS NULL OR id < @Before)
        ORDER BY id DESC LIMIT @Limit
        """;

    public const string ListLast = Columns + "WHERE id IN (SELECT MAX(id) FROM job_run WHERE outcome IS NOT NULL GROUP BY job_id)";

    public const string Remove = "DELETE FROM job_run WHERE started_at < @before AND outcome IS NOT NULL";

    public const string ReadStates = """
        SELECT job_id AS JobId, last_planned_at AS LastPlannedAt, skips AS Skips, misses AS Misses, pause_reason AS PauseReason, paused_by AS PausedBy, paused_at AS PausedAt
        FROM job_state
        """;

    public const string SaveProgress = """
        INSERT INTO job_state (job_id, last_planned_at, skips, misses) VALUES (@JobId, @LastPlannedAt, @Skips, @Misses)
        ON CONFLICT (job_id) DO UPDATE SET last_planned_at = excluded.last_planned_at, skips = excluded.skips, misses = excluded.misses
        """;

    public const string SavePause = """
        INSERT INTO job_state (job_id, pause_reason, paused_by, paused_at) VALUES (@JobId, @Reason, @By, @At)
        ON CONFLICT (job_id) DO UPDATE SET pause_reason = excluded.pause_reason, paused_by = excluded.paused_by, paused_at = excluded.paused_at
        """;

    private const string Columns = """
        SELECT id AS Id, job_id AS JobId, job_name AS JobName, call AS Call, started_by AS StartedBy, trigger AS Trigger, attempt AS Attempt,
            planned_at AS PlannedAt, started_at AS StartedAt, elapsed_ms AS ElapsedMs, outcome AS Outcome, error_code AS ErrorCode,
            message AS Message, message_ru AS MessageRu, detail AS Detail, in_doubt AS InDoubt, correlation_id AS CorrelationId
        FROM job_run

        """;
}
