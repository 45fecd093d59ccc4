namespace Server.Storage;

/// <summary>The statement that claims due jobs, and what a server learns with it. PostgreSQL only: these tables are shared by several servers.</summary>
internal static class ClaimSql
{
    // One reading of the clock for the whole statement. The offset is 0 but in tests.
    public const string Clock = "clock AS MATERIALIZED (SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint + @ahead AS now)";

    // Time-ordered like the ids that servers make, but by the clock all servers share.
    public const string NewRunId = """
        encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing substring(int8send(clock.now) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid::text
        """;

    public const string Living = "EXISTS (SELECT 1 FROM job_node n WHERE n.node_id = @node AND n.lease_until >= clock.now)";

    public const string Agreed = "EXISTS (SELECT 1 FROM job_node_definition d WHERE d.node_id = @node AND d.job_id = c.job_id AND d.hash = c.hash)";

    public const string KeyBusy = "(c.job_key <> '' AND EXISTS (SELECT 1 FROM job_claim k WHERE k.held_key = c.call || E'\\n' || c.job_key AND k.job_id <> c.job_id))";

    private const string HeldBack = """
        (hold.locked OR COALESCE(c.paused_until > clock.now, FALSE) OR EXISTS (SELECT 1 FROM job_state s WHERE s.job_id = c.job_id AND s.paused_at IS NOT NULL AND (s.pause_until IS NULL OR s.pause_until > clock.now)))
        """;

    // A clock that was set back leaves moments behind that are too far away. One millisecond aside, so that no new moment is one of those before.
    public const string PullBack = "WITH " + Clock + """

        UPDATE job_claim c SET next_due = clock.now + 1 + (c.next_due - clock.now) % c.period
        FROM clock WHERE c.period IS NOT NULL AND c.next_due - clock.now > c.period + @farthest
        """;

    // A late tick fires once for the latest moment it passed; the moments before that one are misses. A calendar's moments are worked out by a
    // server: what came too late is looked at again there, and what comes during a run waits for its end, unless the job skips or cancels: then
    // that moment counts as a start for those after it. A late start leaves its moment behind, for the server to count those in between.
    public const string Claim = "WITH " + Clock + """
        , hold AS MATERIALIZED (SELECT EXISTS (SELECT 1 FROM job_lock WHERE id = 1 AND locked <> 0) AS locked)
        , due AS (
            SELECT c.*, clock.now, hold.locked,
        """ + HeldBack + " AS held_back, " + KeyBusy + " AS key_busy, " + NewRunId + """
         AS new_run
            FROM job_claim c CROSS JOIN clock CROSS JOIN hold
            WHERE c.enabled
                AND LEAST(c.next_due, CASE WHEN c.owner IS NULL THEN LEAST(c.queued_at, c.repeat_at) END) <= clock.now
                AND NOT (c.period IS NULL AND ((c.owner IS NOT NULL AND c.overlap = 'Queue') OR (c.repeat_at IS NULL AND 
        """ + HeldBack + """
        )))
                AND 
        """ + Agreed + " AND " + Living + """

            ORDER BY LEAST(c.next_due, c.queued_at, c.repeat_at), c.job_id
            LIMIT @limit FOR UPDATE OF c SKIP LOCKED
        ), ticked AS (
            SELECT due.*, COALESCE(next_due <= now, FALSE) AND NOT (period IS NULL AND held_back) AS regular,
                CASE WHEN period IS NULL THEN next_due ELSE next_due + (now - next_due) / period * period END AS latest,
                CASE WHEN period IS NULL THEN 0 ELSE (now - next_due) / period END AS passed
            FROM due
        ), judged AS (
            SELECT ticked.*, CASE
                WHEN held_back THEN 'hold'
                WHEN regular AND now - latest > GREATEST(@grace, catch_up) THEN 'late'
                WHEN owner IS NOT NULL THEN 'busy'
                WHEN key_busy THEN 'key'
                ELSE 'start' END AS verdict
            FROM ticked
        ), moved AS (
            UPDATE job_claim c SET
                next_due = CASE WHEN NOT j.regular THEN c.next_due WHEN c.period IS NULL THEN NULL ELSE j.latest + c.period END,
                late_since = CASE
                    WHEN j.regular AND c.period IS NULL AND (j.verdict = 'late' OR (j.verdict = 'start' AND j.now - j.latest >= 1000)) THEN COALESCE(c.late_since, j.latest)
                    WHEN j.verdict = 'start' THEN NULL ELSE c.late_since END,
                misses = c.misses + CASE WHEN NOT j.regular OR j.verdict = 'hold' OR c.period IS NULL THEN 0 WHEN j.verdict = 'late' THEN j.passed + 1 ELSE j.passed END,
                skips = c.skips + CASE
                    WHEN j.verdict = 'busy' THEN (c.overlap = 'Skip' OR c.queued_at IS NOT NULL)::int
                    WHEN j.verdict = 'key' THEN j.regular::int + (c.queued_at IS NOT NULL)::int
                    WHEN j.verdict = 'start' THEN (j.regular AND c.queued_at IS NOT NULL)::int
                    ELSE 0 END,
                queued_at = CASE
                    WHEN j.verdict = 'busy' AND c.overlap = 'Queue' THEN COALESCE(c.queued_at, j.latest)
                    WHEN j.verdict = 'busy' AND c.overlap = 'Cancel' THEN j.latest
                    WHEN j.verdict IN ('busy', 'late') THEN c.queued_at END,
                repeat_at = CASE WHEN j.verdict = 'late' THEN c.repeat_at END,
                cancel_fence = CASE WHEN j.verdict = 'busy' AND c.overlap = 'Cancel' THEN c.fence WHEN j.verdict = 'start' THEN NULL ELSE c.cancel_fence END,
                fence = c.fence + (j.verdict = 'start')::int,
                owner = CASE WHEN j.verdict = 'start' THEN @node ELSE c.owner END,
                run_id = CASE WHEN j.verdict = 'start' THEN j.new_run ELSE c.run_id END,
                held_key = CASE WHEN j.verdict = 'start' AND c.job_key <> '' THEN c.call || E'\n' || c.job_key ELSE c.held_key END,
                repeats = c.repeats + (j.verdict = 'start' AND NOT j.regular AND c.queued_at IS NULL)::int,
                trigger = CASE WHEN j.verdict <> 'start' THEN c.trigger WHEN j.regular OR c.queued_at IS NOT NULL THEN 'Schedule' ELSE 'Retry' END,
                last_planned_at = CASE WHEN j.verdict <> 'start' THEN c.last_planned_at WHEN j.regular THEN j.latest ELSE COALESCE(c.queued_at, c.last_planned_at) END,
                running_since = CASE WHEN j.verdict = 'start' THEN j.now ELSE c.running_since END,
                last_started_at = CASE WHEN j.verdict = 'start' AND j.regular AND j.now - j.latest < 1000 THEN j.latest WHEN j.verdict = 'start' THEN j.now WHEN j.verdict IN ('busy', 'key') AND j.regular AND c.period IS NULL THEN j.latest ELSE c.last_started_at END,
                last_ended_at = CASE WHEN j.verdict = 'start' THEN NULL ELSE c.last_ended_at END
            FROM judged j
            WHERE c.job_id = j.job_id AND c.fence = j.fence AND c.owner IS NOT DISTINCT FROM j.owner
                AND LEAST(c.next_due, CASE WHEN c.owner IS NULL THEN LEAST(c.queued_at, c.repeat_at) END) <= j.now
            RETURNING c.*, j.verdict, j.now
        ), begun AS (
            INSERT INTO job_run (id, job_id, job_name, call, job_key, trigger, attempt, planned_at, started_at, node, search)
            SELECT run_id, job_id, name, call, job_key, trigger, repeats + 1, last_planned_at, now, @name, search FROM moved WHERE verdict = 'start'
            ON CONFLICT DO NOTHING RETURNING id
        )
        SELECT m.job_id, m.fence, m.run_id, m.trigger, m.last_planned_at, m.repeats, b.id IS NOT NULL AS begun
        FROM moved m LEFT JOIN begun b ON b.id = m.run_id WHERE m.verdict = 'start'
        """;

    // What a statement changes it does not see itself; so these follow it.
    public const string NextDue = "WITH " + Clock + """

        SELECT (SELECT now FROM clock), MIN(LEAST(
            CASE WHEN c.next_due > clock.now THEN c.next_due END,
            CASE WHEN c.owner IS NULL AND c.queued_at > clock.now THEN c.queued_at END,
            CASE WHEN c.owner IS NULL AND c.repeat_at > clock.now THEN c.repeat_at END))
        FROM job_claim c CROSS JOIN clock WHERE c.enabled AND
        """ + " " + Agreed;

    public const string Unplanned = "WITH " + Clock + """

        SELECT c.job_id, c.fence, clock.now, c.last_started_at, c.last_ended_at, c.late_since, c.owner
        FROM job_claim c CROSS JOIN clock
        WHERE c.period IS NULL AND c.next_due IS NULL AND (c.owner IS NULL OR c.overlap <> 'Queue') AND c.enabled AND
        """ + " " + Agreed + " AND " + Living + " LIMIT 500";

    public const string Cancels = "SELECT job_id, fence FROM job_claim WHERE owner = @node AND cancel_fence = fence";

    public const string ClaimNow = "WITH " + Clock + """
        , moved AS (
            UPDATE job_claim c SET fence = c.fence + 1, owner = @node, trigger = 'Manual', running_since = clock.now, cancel_fence = NULL, run_id =
        """ + NewRunId + """
        , held_key = CASE WHEN c.job_key <> '' THEN c.call || E'\n' || c.job_key END
            FROM clock WHERE c.job_id = @jobId AND c.owner IS NULL AND NOT
        """ + " " + KeyBusy + " AND " + Agreed + " AND " + Living + """

            RETURNING c.*, clock.now
        ), begun AS (
            INSERT INTO job_run (id, job_id, job_name, call, job_key, trigger, attempt, started_at, node, search, started_by)
            SELECT run_id, job_id, name, call, job_key, trigger, 1, now, @name, search, @startedBy FROM moved RETURNING id
        )
        SELECT m.fence, m.run_id FROM moved m
        """;
}
