namespace Server.Storage;

/// <summary>The statements that end claims: by the server that holds them, and by the others when it fell silent.</summary>
internal static class ClaimEndSql
{
    // A calendar counts from the end of a run too: what was worked out during the run is worked out again.
    // The fence is looked at under the row's lock, before anything is written.
    public const string Close = "WITH " + ClaimSql.Clock + """
        , ends AS MATERIALIZED (
            SELECT * FROM unnest(@jobs, @fences, @frees, @repeatIn, @runs, @outcomes, @elapsed, @codes, @messages, @messagesRu, @details, @doubts, @correlations, @told, @lines, @toldCounts, @lineCounts, @searches)
                AS e(job_id, fence, frees, repeat_in, run_id, outcome, elapsed_ms, error_code, message, message_ru, detail, in_doubt, correlation_id, messages, log_lines, message_count, log_line_count, search)
        ), held AS MATERIALIZED (
            SELECT c.job_id FROM job_claim c JOIN ends e ON e.job_id = c.job_id AND e.fence = c.fence
            WHERE c.owner = @node ORDER BY c.job_id FOR UPDATE OF c
        ), recorded AS (
            UPDATE job_run r SET
                outcome = e.outcome, elapsed_ms = e.elapsed_ms, error_code = e.error_code, message = e.message, message_ru = e.message_ru, detail = e.detail, in_doubt = e.in_doubt,
                correlation_id = e.correlation_id, messages = e.messages, log_lines = e.log_lines, message_count = e.message_count, log_line_count = e.log_line_count, search = e.search, ended_at = clock.now
            FROM ends e JOIN held h ON h.job_id = e.job_id CROSS JOIN clock
            WHERE r.id = e.run_id
        ), freed AS (
            UPDATE job_claim c SET
                last_run_id = COALESCE(e.run_id, c.last_run_id),
                owner = CASE WHEN NOT e.frees THEN c.owner END,
                run_id = CASE WHEN NOT e.frees THEN c.run_id END,
                held_key = CASE WHEN NOT e.frees THEN c.held_key END,
                running_since = CASE WHEN NOT e.frees THEN c.running_since END,
                cancel_fence = CASE WHEN NOT e.frees THEN c.cancel_fence END,
                repeats = CASE WHEN e.frees AND c.trigger <> 'Manual' AND e.repeat_in IS NULL THEN 0 ELSE c.repeats END,
                repeat_at = CASE WHEN e.frees AND c.trigger <> 'Manual' THEN clock.now + e.repeat_in ELSE c.repeat_at END,
                last_ended_at = CASE WHEN e.frees AND c.trigger <> 'Manual' THEN clock.now ELSE c.last_ended_at END,
                next_due = CASE WHEN e.frees AND c.trigger <> 'Manual' AND c.period IS NULL THEN NULL ELSE c.next_due END
            FROM ends e JOIN held h ON h.job_id = e.job_id CROSS JOIN clock
            WHERE c.job_id = e.job_id AND c.fence = e.fence AND c.owner = @node
        )
        SELECT job_id FROM held
        """;

    // A lease that reaches too far was given before the clock was set back; its server, if it lives, gives its next word soon.
    public const string PullBackLeases = "WITH " + ClaimSql.Clock + """

        UPDATE job_node n SET lease_until = clock.now + n.lease FROM clock WHERE n.lease_until > clock.now + 2 * n.lease
        """;

    // A server's row is taken away first: a renewal of it, waiting for that, finds none and knows. Claims of servers without a row were made in the last moment before.
    public const string TakeOver = "WITH " + ClaimSql.Clock + """
        , dead AS (
            DELETE FROM job_node n USING clock WHERE n.lease_until < clock.now RETURNING n.node_id
        ), forgotten AS (
            DELETE FROM job_node_definition d WHERE d.node_id IN (SELECT node_id FROM dead)
        ), silent AS MATERIALIZED (
            SELECT c.job_id, c.owner, c.run_id FROM job_claim c
            WHERE c.owner IN (SELECT node_id FROM dead) OR (c.owner IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_node n WHERE n.node_id = c.owner))
            ORDER BY c.job_id FOR UPDATE OF c SKIP LOCKED
        ), freed AS (
            UPDATE job_claim c SET owner = NULL, fence = c.fence + 1, last_run_id = c.run_id, run_id = NULL, held_key = NULL, running_since = NULL, cancel_fence = NULL, repeat_at = NULL,
                repeats = CASE WHEN c.trigger <> 'Manual' THEN 0 ELSE c.repeats END,
                last_ended_at = CASE WHEN c.trigger <> 'Manual' THEN clock.now ELSE c.last_ended_at END,
                next_due = CASE WHEN c.trigger <> 'Manual' AND c.period IS NULL THEN NULL ELSE c.next_due END
            FROM silent s CROSS JOIN clock WHERE c.job_id = s.job_id AND c.owner = s.owner
            RETURNING c.job_id, s.run_id, s.owner
        ), lost AS (
            UPDATE job_run r SET outcome = @outcome, message = @message, message_ru = @messageRu, in_doubt = 1, ended_at = clock.now
            FROM freed f CROSS JOIN clock WHERE r.id = f.run_id AND r.outcome IS NULL
        )
        SELECT job_id AS JobId, run_id AS RunId, owner AS Node FROM freed
        """;

    public const string Held = "SELECT job_id AS JobId, fence AS Fence, run_id AS RunId, trigger AS Trigger, last_planned_at AS LastPlannedAt, repeats AS Repeats FROM job_claim WHERE owner = @node";
}
