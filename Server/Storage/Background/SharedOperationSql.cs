namespace Server.Storage;

/// <summary>The statements by which servers on one PostgreSQL ask each other about operations.</summary>
internal static class SharedOperationSql
{
    public const string AskCancel = "UPDATE background_operation SET cancel_asked = @by WHERE id = @id AND outcome IS NULL AND cancel_asked IS NULL";

    public const string Stops = "SELECT id, cancel_asked, outcome = 'Lost' FROM background_operation WHERE id = ANY(@ids) AND (cancel_asked IS NOT NULL AND outcome IS NULL OR outcome = 'Lost')";

    // A server's row goes when its lease was taken over, or when it left.
    public const string Orphans = BackgroundSql.Columns + """
        WHERE outcome IS NULL AND NOT EXISTS (SELECT 1 FROM job_node n WHERE n.node_id = background_operation.node_id) ORDER BY id LIMIT @limit
        """;
}
