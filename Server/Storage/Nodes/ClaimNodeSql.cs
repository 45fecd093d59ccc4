namespace Server.Storage;

/// <summary>The statements on servers and the definitions of their files.</summary>
internal static class ClaimNodeSql
{
    public const string Renew = "WITH " + ClaimSql.Clock + """

        UPDATE job_node n SET lease_until = clock.now + @lease, lease = @lease, name = @name FROM clock WHERE n.node_id = @node RETURNING clock.now
        """;

    public const string Join = "WITH " + ClaimSql.Clock + """

        INSERT INTO job_node (node_id, name, lease, lease_until) SELECT @node, @name, @lease, clock.now + @lease FROM clock
        ON CONFLICT (node_id) DO UPDATE SET lease_until = excluded.lease_until RETURNING lease_until - lease
        """;

    // The lease ends at once; what the server still holds is taken over with the next look of the others.
    public const string Leave = """
        UPDATE job_node SET lease_until = 0 WHERE node_id = @node AND EXISTS (SELECT 1 FROM job_claim WHERE owner = @node);
        DELETE FROM job_node WHERE node_id = @node AND lease_until > 0;
        DELETE FROM job_node_definition WHERE node_id = @node;
        """;

    // Definitions change one server at a time: two that adopt at once would each see the other's old word.
    public const string Lock = "SELECT pg_advisory_xact_lock(4704115)";

    private const string OfOthers = """
        EXISTS (SELECT 1 FROM job_node_definition o JOIN job_node n ON n.node_id = o.node_id
            WHERE o.job_id = c.job_id AND o.hash = c.hash AND o.node_id <> @node AND n.lease_until >= clock.now)
        """;

    public const string Ids = "SELECT job_id FROM job_claim ORDER BY job_id";

    // One job in two spellings, from before ids were compared without regard to case.
    public const string DropDoubles = "WITH " + ClaimSql.Clock + """

        DELETE FROM job_claim c USING clock WHERE c.job_id = ANY(@doubles) AND c.owner IS NULL AND NOT
        """ + " " + OfOthers;

    public const string Rename = "WITH " + ClaimSql.Clock + """

        UPDATE job_claim c SET job_id = g.spelt FROM clock, unnest(@jobs, @spelt) AS g(job_id, spelt)
        WHERE c.job_id = g.job_id AND c.owner IS NULL AND NOT EXISTS (SELECT 1 FROM job_claim t WHERE t.job_id = g.spelt) AND NOT
        """ + " " + OfOthers;

    // A job taken out of the last file that named it sleeps; put back, it starts on a new grid and misses nothing.
    public const string Forget = "WITH " + ClaimSql.Clock + """

        UPDATE job_claim c SET hash = '' FROM clock, job_node_definition d
        WHERE d.node_id = @node AND d.job_id = c.job_id AND d.hash = c.hash AND NOT (c.job_id = ANY(@jobs)) AND NOT
        """ + " " + OfOthers;

    public const string Define = """
        DELETE FROM job_node_definition WHERE node_id = @node;
        INSERT INTO job_node_definition (node_id, job_id, hash) SELECT @node, * FROM unnest(@jobs, @hashes);
        """;

    private const string Given = """
        given AS MATERIALIZED (
            SELECT * FROM unnest(@jobs, @hashes, @names, @calls, @keys, @periods, @enabled, @overlaps, @catchUps, @firstIns, @anew, @searches, @pauses, @spelt)
                AS g(job_id, hash, name, call, job_key, period, enabled, overlap, catch_up, first_in, anew, search, paused_until, spelt))
        """;

    public const string Insert = "WITH " + ClaimSql.Clock + ", " + Given + """

        INSERT INTO job_claim (job_id, hash, name, call, job_key, period, enabled, overlap, catch_up, search, paused_until, next_due)
        SELECT g.job_id, g.hash, g.name, g.call, g.job_key, g.period, g.enabled, g.overlap, g.catch_up, g.search, g.paused_until, CASE WHEN g.period IS NOT NULL THEN clock.now + g.first_in END
        FROM given g CROSS JOIN clock ON CONFLICT (job_id) DO NOTHING
        """;

    // The rhythm is kept where the period did not change; otherwise the grid goes on from the last start.
    public const string Adopt = "WITH " + ClaimSql.Clock + ", " + Given + """

        UPDATE job_claim c SET hash = g.hash, name = g.name, call = g.call, job_key = g.job_key, period = g.period, enabled = g.enabled, overlap = g.overlap, catch_up = g.catch_up, search = g.search, paused_until = g.paused_until,
            repeat_at = NULL, queued_at = NULL, late_since = NULL,
            next_due = CASE
                WHEN g.period IS NULL THEN NULL
                WHEN c.hash <> '' AND c.enabled AND g.enabled AND c.period = g.period THEN c.next_due
                WHEN c.last_planned_at IS NULL THEN clock.now + g.first_in
                ELSE clock.now + g.period - ((clock.now - c.last_planned_at) % g.period + g.period) % g.period END
        FROM clock, given g WHERE c.job_id = g.job_id AND c.job_id = g.spelt AND c.hash <> g.hash AND NOT
        """ + " " + OfOthers;

    public const string StartAnew = "WITH " + ClaimSql.Clock + ", " + Given + """

        UPDATE job_claim c SET next_due = clock.now + g.first_in
        FROM clock, given g WHERE c.job_id = g.job_id AND c.hash = g.hash AND g.anew AND NOT EXISTS (SELECT 1 FROM job_node n WHERE n.node_id <> @node AND n.lease_until >= clock.now)
        """;

    public const string Differences = "WITH " + ClaimSql.Clock + """

        SELECT c.job_id AS JobId, COALESCE(string_agg(n.name, ', ' ORDER BY n.name), '') AS Nodes
        FROM job_claim c CROSS JOIN clock
        JOIN job_node_definition d ON d.node_id = @node AND d.job_id = c.job_id AND d.hash <> c.hash
        LEFT JOIN job_node_definition o ON o.job_id = c.job_id AND o.hash = c.hash AND o.node_id <> @node
        LEFT JOIN job_node n ON n.node_id = o.node_id AND n.lease_until >= clock.now
        GROUP BY c.job_id ORDER BY c.job_id
        """;

    public const string Plan = """
        UPDATE job_claim c SET next_due = p.due, late_since = NULL, misses = c.misses + p.missed
        FROM unnest(@jobs, @fences, @dues, @missed, @owners) AS p(job_id, fence, due, missed, owner)
        WHERE c.job_id = p.job_id AND c.fence = p.fence AND c.owner IS NOT DISTINCT FROM p.owner AND c.period IS NULL AND c.next_due IS NULL
        """;

    // Starts the clock went over are counted when the calendar is asked again.
    public const string Replan = "WITH " + ClaimSql.Clock + """

        UPDATE job_claim c SET next_due = NULL, late_since = CASE WHEN c.next_due <= clock.now THEN COALESCE(c.late_since, c.next_due) ELSE c.late_since END
        FROM clock WHERE c.period IS NULL AND c.next_due IS NOT NULL
        """;

    public const string Now = "WITH " + ClaimSql.Clock + " SELECT now FROM clock";

    public const string Read = """
        SELECT c.job_id AS JobId, c.fence AS Fence, c.hash AS Hash, c.next_due AS NextDue, c.owner AS Owner, c.running_since AS RunningSince, c.last_planned_at AS LastPlannedAt,
            c.skips AS Skips, c.misses AS Misses, c.repeats AS Repeats, c.last_started_at AS LastStartedAt, c.last_ended_at AS LastEndedAt, c.repeat_at AS RepeatAt, c.queued_at AS QueuedAt,
            r.id AS Id, r.job_id AS JobId, r.job_name AS JobName, r.call AS Call, r.started_by AS StartedBy, r.trigger AS Trigger, r.attempt AS Attempt, r.planned_at AS PlannedAt,
            r.started_at AS StartedAt, r.elapsed_ms AS ElapsedMs, r.ended_at AS EndedAt, r.outcome AS Outcome, r.error_code AS ErrorCode, r.message AS Message, r.message_ru AS MessageRu,
            r.detail AS Detail, r.in_doubt AS InDoubt, r.correlation_id AS CorrelationId, r.node AS Node, r.job_key AS Key, r.message_count AS MessageCount, r.log_line_count AS LogLineCount
        FROM job_claim c LEFT JOIN job_run r ON r.id = c.last_run_id ORDER BY c.job_id
        """;
}
