namespace Server.Storage;

/// <summary>The statements on background operations.</summary>
internal static class BackgroundSql
{
    public const string Insert = """
        INSERT INTO background_operation (id, owner_key, owner_device, call_name, job_key, active_key, title, title_folded, user_id, request_id, request_key, asked,
            correlation_id, node, node_id, started_at, result_address, portion_count)
        VALUES (@Id, @OwnerKey, @OwnerDevice, @Call, @Key, @ActiveKey, @Title, @TitleFolded, @UserId, @RequestId, @RequestKey, @Asked,
            @CorrelationId, @Node, @NodeId, @StartedAt, @ResultAddress, @PortionCount)
        ON CONFLICT DO NOTHING
        """;

    public const string One = Columns + "WHERE id = @id";

    public const string OfRequest = Columns + "WHERE request_key = @key";

    public const string OfKey = Columns + "WHERE active_key = @key";

    public const string End = """
        UPDATE background_operation SET outcome = @Outcome, ended_at = @EndedAt, cancelled_by = @CancelledBy, error = @Error, active_key = @ActiveKey
        WHERE id = @Id AND outcome IS NULL
        """;

    public const string IsOver = "SELECT COUNT(*) FROM background_operation WHERE id = @id AND outcome IS NOT NULL";

    public const string ReleaseKey = "UPDATE background_operation SET active_key = NULL WHERE id = @id";

    public const string Progress = "UPDATE background_operation SET progress = @progress WHERE id = @id";

    public const string InsertResult = "INSERT INTO background_result (operation_id, outcome) VALUES (@id, @outcome)";

    public const string ReadResult = """
        SELECT r.outcome AS Outcome, o.ended_at AS EndedAt, s.seen_at AS SeenAt
        FROM background_result r JOIN background_operation o ON o.id = r.operation_id
        LEFT JOIN background_session s ON s.owner_key = o.owner_key AND s.owner_device = o.owner_device
        WHERE r.operation_id = @id
        """;

    public const string InsertMessage = """
        INSERT INTO background_message (operation_id, number, content)
        SELECT @id, COALESCE(MAX(number), 0) + 1, @content FROM background_message WHERE operation_id = @id
        """;

    public const string ReadMessages = "SELECT content FROM background_message WHERE operation_id = @id ORDER BY number";

    public const string RemoveMessages = "DELETE FROM background_message WHERE operation_id = @id";

    public const string InsertPortion = "INSERT INTO background_portion (operation_id, number, portion_key, arguments, attempt) VALUES (@OperationId, @Number, @Key, @Arguments, 0)";

    public const string SavePortion = "UPDATE background_portion SET attempt = @Attempt, result = @Result WHERE operation_id = @OperationId AND portion_key = @Key";

    public const string ReadPortions = """
        SELECT portion_key AS Key, arguments AS Arguments, attempt AS Attempt, result AS Result
        FROM background_portion WHERE operation_id = @id ORDER BY number
        """;

    public const string Seen = """
        INSERT INTO background_session (owner_key, owner_device, seen_at) VALUES (@KeyId, @DeviceId, @at)
        ON CONFLICT (owner_key, owner_device) DO UPDATE SET seen_at = excluded.seen_at
        """;

    public const string RemoveResults = """
        DELETE FROM background_result WHERE operation_id IN (
            SELECT o.id FROM background_operation o
            LEFT JOIN background_session s ON s.owner_key = o.owner_key AND s.owner_device = o.owner_device
            WHERE o.ended_at IS NOT NULL AND (
                ((s.seen_at IS NULL OR s.seen_at < o.ended_at - @presence) AND o.ended_at <= @unowned)
                OR (s.seen_at >= o.ended_at - @presence AND s.seen_at <= @owned AND o.ended_at <= @owned)))
        """;

    public const string RemoveOperations = "DELETE FROM background_operation WHERE ended_at <= @operations";

    public const string RemoveOrphans = """
        DELETE FROM background_message WHERE operation_id NOT IN (SELECT id FROM background_operation);
        DELETE FROM background_portion WHERE operation_id NOT IN (SELECT id FROM background_operation);
        DELETE FROM background_result WHERE operation_id NOT IN (SELECT id FROM background_operation);
        DELETE FROM background_session WHERE seen_at <= @operations
        """;

    public const string Columns = """
        SELECT id AS Id, owner_key AS OwnerKey, owner_device AS OwnerDevice, call_name AS Call, job_key AS Key, active_key AS ActiveKey, title AS Title, user_id AS UserId,
            request_id AS RequestId, asked AS Asked, correlation_id AS CorrelationId, node AS Node, node_id AS NodeId, started_at AS StartedAt, outcome AS Outcome, ended_at AS EndedAt,
            cancelled_by AS CancelledBy, error AS Error, result_address AS ResultAddress, progress AS Progress, portion_count AS PortionCount
        FROM background_operation

        """;
}
