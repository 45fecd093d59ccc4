namespace Server.Storage;

/// <summary>The statements on the locks of operations that several servers share.</summary>
internal static class OperationLockSql
{
    // One server at a time takes its turn and looks who bars it: two that look at once would each not see the other.
    public const string Alone = "LOCK TABLE operation_lock IN SHARE ROW EXCLUSIVE MODE";

    // The rows of a server that fell silent bar nobody any more.
    public const string Clear = "DELETE FROM operation_lock o WHERE NOT " + Living;

    // May run twice for one hold: the answer to the first may have been lost.
    public const string Wait = """
        INSERT INTO operation_lock (id, turn, chain, name, folded, mode, caller, node_id, since, granted)
        SELECT @id, COALESCE((SELECT MAX(turn) FROM operation_lock), 0) + 1, @chain, @name, @folded, @mode, @caller, @node,
        """ + " " + Now + """
        , 0
        ON CONFLICT (id) DO NOTHING
        """;

    // Barred by whoever runs, and by whoever came earlier; one that is called by another passes the queue.
    public const string Grant = "UPDATE operation_lock o SET granted = 1, since = " + Now + """
         WHERE o.id = @id AND NOT EXISTS (SELECT 1 FROM operation_lock e WHERE
        """ + " " + Bars + " AND (e.granted <> 0 OR (@nested = 0 AND e.turn < o.turn)))";

    public const string Standing = "SELECT granted FROM operation_lock WHERE id = @id";

    public const string IsLiving = "SELECT EXISTS (SELECT 1 FROM job_node n WHERE n.node_id = @node AND n.lease_until >= " + Now + ")";

    public const string Barring = "SELECT e.name AS Name, e.mode AS Mode, e.caller AS Caller, e.since AS Since, e.granted AS Granted, COALESCE(n.name, e.node_id) AS Node FROM operation_lock e JOIN operation_lock o ON o.id = @id LEFT JOIN job_node n ON n.node_id = e.node_id WHERE "
        + Bars + " AND (e.granted <> 0 OR e.turn < o.turn) ORDER BY e.turn";

    public const string Others = "SELECT o.name AS Name, o.mode AS Mode, o.granted AS Granted, o.caller AS Caller, o.since AS Since, n.name AS Node FROM operation_lock o JOIN job_node n ON n.node_id = o.node_id WHERE o.node_id <> @node ORDER BY o.granted DESC, o.turn";

    public const string Leave = "DELETE FROM operation_lock WHERE id = @id";

    private const string Now = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint";

    private const string Living = "EXISTS (SELECT 1 FROM job_node n WHERE n.node_id = o.node_id AND n.lease_until >= " + Now + ")";

    // 1 is the lock of one operation, 2 that of all; what belongs to one chain of calls runs inside one another.
    private const string Bars = "e.chain <> o.chain AND (e.mode = 2 OR o.mode = 2 OR (e.mode = 1 AND o.mode = 1 AND e.folded = o.folded))";
}
