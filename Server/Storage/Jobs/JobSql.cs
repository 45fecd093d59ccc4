namespace Server.Storage;

/// <summary>The statements that change jobs: their state in one database, their runs in the other.</summary>
internal static class JobSql
{
    public const string Begin = """
        INSERT INTO job_run (id, job_id, job_name, call, started_by, trigger, attempt, planned_at, started_at, correlation_id, node, job_key, search)
        VALUES (@Id, @JobId, @JobName, @Call, @StartedBy, @Trigger, @Attempt, @PlannedAt, @StartedAt, @CorrelationId, @Node, @Key, @Search)
        """;

    public const string End = "UPDATE job_run SET elapsed_ms = @ElapsedMs, outcome = @Outcome, ended_at = @EndedAt WHERE id = @Id";

    public const string Complete = """
        INSERT INTO job_run (id, job_id, job_name, call, started_by, trigger, attempt, planned_at, started_at, elapsed_ms, outcome, error_code, message, message_ru, detail, in_doubt, correlation_id,
            ended_at, node, job_key, message_count, log_line_count, search, messages, log_lines)
        VALUES (@Id, @JobId, @JobName, @Call, @StartedBy, @Trigger, @Attempt, @PlannedAt, @StartedAt, @ElapsedMs, @Outcome, @ErrorCode, @Message, @MessageRu, @Detail, @InDoubt, @CorrelationId,
            @EndedAt, @Node, @Key, @MessageCount, @LogLineCount, @Search, @Messages, @LogLines)
        ON CONFLICT (id) DO UPDATE SET
            elapsed_ms = excluded.elapsed_ms, outcome = excluded.outcome, error_code = excluded.error_code, message = excluded.message,
            message_ru = excluded.message_ru, detail = excluded.detail, in_doubt = excluded.in_doubt, ended_at = excluded.ended_at, node = excluded.node,
            message_count = excluded.message_count, log_line_count = excluded.log_line_count, search = excluded.search, messages = excluded.messages, log_lines = excluded.log_lines
        """;

    public const string CloseLost = "UPDATE job_run SET outcome = @outcome, message = @message, message_ru = @messageRu, in_doubt = 1, ended_at = @endedAt, search = COALESCE(search, '') || @search WHERE outcome IS NULL";

    public const string CloseLostOfNode = CloseLost + " AND (node IS NULL OR node = @Node)";

    // In portions: one statement over a year of runs would hold every other write up.
    public const string RemoveOld = "DELETE FROM job_run WHERE id IN (SELECT id FROM job_run WHERE started_at < @before AND outcome IS NOT NULL LIMIT @portion)";

    public const string FindCrowded = "SELECT job_id FROM job_run WHERE outcome IS NOT NULL GROUP BY job_id HAVING COUNT(*) > @keep";

    public const string RemoveSurplus = """
        DELETE FROM job_run WHERE id IN (
            SELECT id FROM job_run WHERE job_id = @jobId AND outcome IS NOT NULL ORDER BY id DESC LIMIT @portion OFFSET @keep)
        """;

    public const string ReadStates = """
        SELECT job_id AS JobId, last_planned_at AS LastPlannedAt, skips AS Skips, misses AS Misses, last_started_at AS LastStartedAt, last_ended_at AS LastEndedAt, repeats AS Repeats,
            pause_reason AS PauseReason, paused_by AS PausedBy, paused_at AS PausedAt, pause_until AS PauseUntil
        FROM job_state
        """;

    public const string SaveProgress = """
        INSERT INTO job_state (job_id, last_planned_at, skips, misses, last_started_at, last_ended_at, repeats)
        VALUES (@JobId, @LastPlannedAt, @Skips, @Misses, @LastStartedAt, @LastEndedAt, @Repeats)
        ON CONFLICT (job_id) DO UPDATE SET last_planned_at = excluded.last_planned_at, skips = excluded.skips, misses = excluded.misses,
            last_started_at = excluded.last_started_at, last_ended_at = excluded.last_ended_at, repeats = excluded.repeats
        """;

    public const string SavePause = """
        INSERT INTO job_state (job_id, pause_reason, paused_by, paused_at, pause_until) VALUES (@JobId, @Reason, @By, @At, @Until)
        ON CONFLICT (job_id) DO UPDATE SET pause_reason = excluded.pause_reason, paused_by = excluded.paused_by, paused_at = excluded.paused_at, pause_until = excluded.pause_until
        """;

    public const string ReadLock = "SELECT locked AS Locked, reason AS Reason, locked_by AS LockedBy, locked_at AS LockedAt FROM job_lock WHERE id = 1";

    public const string SaveLock = """
        INSERT INTO job_lock (id, locked, reason, locked_by, locked_at) VALUES (1, @Locked, @Reason, @By, @At)
        ON CONFLICT (id) DO UPDATE SET locked = excluded.locked, reason = excluded.reason, locked_by = excluded.locked_by, locked_at = excluded.locked_at
        """;
}
