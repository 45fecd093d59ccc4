namespace Server.Storage;

/// <summary>The statements on events of documents.</summary>
internal static class DocumentEventSql
{
    /// <summary>One reading of the clock that all servers share.</summary>
    public const string SharedNow = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint";

    /// <summary>Servers claim one after another: of two rows of one document only one may be in work.</summary>
    public const string ClaimAlone = "SELECT pg_advisory_xact_lock(4706006)";

    public const string Columns = """
        id AS Id, document_id AS DocumentId, version AS Version, event AS Event, handler AS Handler, user_id AS UserId, device_id AS DeviceId, arguments AS Arguments, created_at AS CreatedAt,
        state AS State, due_at AS DueAt, attempts AS Attempts, tries AS Tries, started_at AS StartedAt, error_code AS ErrorCode, error AS Error, error_ru AS ErrorRu
        """;

    public const string Insert = """
        INSERT INTO document_event (id, document_id, version, sequence, event, handler, user_id, device_id, arguments, created_at, state, due_at)
        VALUES (@Id, @DocumentId, @Version, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM document_event WHERE document_id = @DocumentId), @Event, @Handler, @UserId, @DeviceId, @Arguments, @Now, 'Pending', @Now)
        """;

    public const string AnyOpen = "SELECT COUNT(*) FROM (SELECT 1 FROM document_event WHERE state IN ('Pending', 'Running') LIMIT 1) o";

    // Due, and nothing of the document before it: not the rest of an earlier event, not an earlier handler that is due as well, and nothing in work.
    // One that waits for its next attempt lets the other handlers of its own event pass. A moment too far ahead is left of a clock set back.
    private const string Free = """
        e.state = 'Pending' AND e.owner IS NULL AND (e.due_at <= @now OR e.due_at > @now + @farthest) AND NOT EXISTS (
            SELECT 1 FROM document_event b WHERE b.document_id = e.document_id AND b.id <> e.id AND b.state IN ('Pending', 'Running')
                AND (b.owner IS NOT NULL OR (b.sequence < e.sequence AND (b.version <> e.version OR b.due_at <= @now OR b.due_at > @now + @farthest))))
        """;

    public const string Claim = "UPDATE document_event SET owner = @owner, lease_until = @now + @lease WHERE id IN (SELECT e.id FROM document_event e WHERE " + Free
        + " ORDER BY e.due_at, e.id LIMIT @limit) AND owner IS NULL AND state = 'Pending' RETURNING " + Columns;

    public const string Start = """
        UPDATE document_event SET state = 'Running', started_at = @now, safety = @safety, attempts = attempts + 1, tries = tries + 1, lease_until = @now + @lease
        WHERE id = @id AND owner = @owner AND state = 'Pending' RETURNING attempts
        """;

    // The handler was not called, even where the row says that it was about to be.
    public const string Postpone = "UPDATE document_event SET state = 'Pending', owner = NULL, lease_until = NULL, due_at = @now + @pause WHERE id = @id AND owner = @owner AND state IN ('Pending', 'Running')";

    // An answer that comes after all, of the attempt that is in doubt, ends the doubt.
    public const string Answered = "DELETE FROM document_event WHERE id = @id AND attempts = @attempt AND (owner = @owner OR state = 'InDoubt')";

    public const string Failed = """
        UPDATE document_event SET state = @state, due_at = @now + @pause, tries = tries - @uncounted, error_code = @code, error = @error, error_ru = @errorRu, owner = NULL, lease_until = NULL
        WHERE id = @id AND attempts = @attempt AND owner = @owner
        """;

    public const string Renew = "UPDATE document_event SET lease_until = @now + @lease WHERE owner = @owner";

    // With files there is one server: what another start of it held is nobody's.
    public const string Disown = "UPDATE document_event SET lease_until = 0 WHERE owner IS NOT NULL AND owner <> @owner";

    // A lease too far ahead is left of a clock set back.
    public const string Recover = """
        UPDATE document_event SET
            state = CASE WHEN state = 'Pending' THEN 'Pending' WHEN safety = 'Unsafe' THEN 'InDoubt' WHEN tries > @retries THEN 'Parked' ELSE 'Pending' END,
            due_at = @now, owner = NULL, lease_until = NULL,
            error_code = CASE WHEN state = 'Pending' THEN error_code ELSE 'Failed' END,
            error = CASE WHEN state = 'Pending' THEN error ELSE @error END,
            error_ru = CASE WHEN state = 'Pending' THEN error_ru ELSE @errorRu END
        WHERE owner IS NOT NULL AND owner <> @owner AND (lease_until < @now OR lease_until > @now + 10 * @lease) RETURNING
        """ + " " + Columns;

    public const string Release = "UPDATE document_event SET owner = NULL, lease_until = NULL WHERE owner = @owner AND state = 'Pending' AND id NOT IN @known";

    public const string List = "SELECT " + Columns + " FROM document_event WHERE @state IS NULL OR state = @state ORDER BY created_at, document_id, sequence LIMIT @limit";

    public const string Find = "SELECT " + Columns + " FROM document_event WHERE id = @id";

    public const string Retry = "UPDATE document_event SET state = 'Pending', due_at = @now, tries = 0 WHERE id = @id AND state IN ('InDoubt', 'Parked')";

    public const string Dismiss = "DELETE FROM document_event WHERE id = @id AND state IN ('InDoubt', 'Parked')";
}
