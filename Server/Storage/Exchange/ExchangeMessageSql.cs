using System.Data;

namespace Server.Storage;

/// <summary>The statements on messages of the queue that are always the same.</summary>
internal static class ExchangeMessageSql
{
    public static readonly HotQuery<ExchangeMessageRow> Find = new(
        "SELECT " + ExchangeMessageRow.Columns + " FROM exchange_message WHERE connector_id = @connector AND message_id = @id", ["connector", "id"], ExchangeMessageRow.Read);

    // An open one before those that are final, and the latest of those.
    public static readonly HotQuery<ExchangeMessageRow> FindByRequest = new(
        "SELECT " + ExchangeMessageRow.Columns + " FROM exchange_message WHERE connector_id = @connector AND organisation = @organisation AND request_id = @request ORDER BY CASE WHEN "
        + StageText.IsOpen + " THEN 0 ELSE 1 END, created_at DESC, message_id DESC LIMIT 1",
        ["connector", "organisation", "request"],
        ExchangeMessageRow.Read);

    public const string OpenOrganisations = "SELECT organisation FROM exchange_message WHERE connector_id = @connector AND " + StageText.IsOpen
        + " UNION SELECT organisation FROM exchange_incoming WHERE connector_id = @connector AND stage IN ('Seen', 'Stored') ORDER BY 1";

    public const string Renew = "UPDATE exchange_message SET lease_until = @until WHERE connector_id = @connector AND lease_owner = @owner";

    // The row cannot be read; nobody takes it again until a person has looked at it.
    public const string Park = "UPDATE exchange_message SET stage = 'Parked', lease_owner = NULL, lease_until = NULL, version = version + 1 WHERE connector_id = @connector AND message_id = @id AND lease_owner = @owner";

    // A final one stays as long as an open one waits for it: without it, that one would wait for ever.
    public const string RemoveOld = """
        DELETE FROM exchange_message WHERE (connector_id, message_id) IN (
            SELECT m.connector_id, m.message_id FROM exchange_message m
            WHERE m.stage IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled') AND m.changed_at < @before
                AND NOT EXISTS (SELECT 1 FROM exchange_message d WHERE d.connector_id = m.connector_id AND d.send_after = m.message_id AND d.stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled'))
                AND NOT EXISTS (SELECT 1 FROM exchange_message d WHERE d.connector_id = m.connector_id AND d.load_after = m.message_id AND d.stage NOT IN ('Done', 'DonePartly', 'Rejected', 'Reversed', 'Cancelled'))
            ORDER BY m.changed_at LIMIT @limit)
        """;

    public static readonly HotStatement Insert = new(
        """
        INSERT INTO exchange_message (
            connector_id, message_id, organisation, operation, purpose, station, product_group, document, document_kind, base_document, base_message, action, format, load_after, load_before,
            send_after, needs_signature, second_signer, priority, ordering_key, immediate, user_name, stage, request_id, attempt, poll_number, next_attempt_at, stage_since, sent_at, memo,
            created_at, changed_at, version, last_error, extra, signature, second_signature, payload, second_payload)
        VALUES (
            @connector, @id, @organisation, @operation, @purpose, @station, @group, @document, @kind, @baseDocument, @baseMessage, @action, @format, @loadAfter, @loadBefore,
            @sendAfter, @needsSignature, @secondSigner, @priority, @orderingKey, @immediate, @user, @stage, @request, @attempt, @poll, @next, @since, @sent, @memo,
            @created, @changed, @version, @error, @extra, @signature, @secondSignature, @payload, @secondPayload)
        ON CONFLICT (connector_id, message_id) DO NOTHING
        """,
        [
            ("connector", DbType.String), ("id", DbType.String), ("organisation", DbType.String), ("operation", DbType.String), ("purpose", DbType.String), ("station", DbType.String), ("group", DbType.String),
            ("document", DbType.String), ("kind", DbType.String), ("baseDocument", DbType.String), ("baseMessage", DbType.String), ("action", DbType.String), ("format", DbType.String), ("loadAfter", DbType.String),
            ("loadBefore", DbType.String), ("sendAfter", DbType.String), ("needsSignature", DbType.Int64), ("secondSigner", DbType.String), ("priority", DbType.Int64), ("orderingKey", DbType.String),
            ("immediate", DbType.Int64), ("user", DbType.String), ("stage", DbType.String), ("request", DbType.String), ("attempt", DbType.Int64), ("poll", DbType.Int64), ("next", DbType.Int64),
            ("since", DbType.Int64), ("sent", DbType.Int64), ("memo", DbType.String), ("created", DbType.Int64), ("changed", DbType.Int64), ("version", DbType.Int64), ("error", DbType.Binary),
            ("extra", DbType.Binary), ("signature", DbType.Binary), ("secondSignature", DbType.Binary), ("payload", DbType.Binary), ("secondPayload", DbType.Binary),
        ]);

    public static readonly HotStatement Change = new(
        """
        UPDATE exchange_message SET
            stage = @stage, request_id = @request, attempt = @attempt, poll_number = @poll, next_attempt_at = @next, stage_since = @since, sent_at = @sent, memo = @memo, changed_at = @changed,
            version = version + 1, lease_owner = NULL, lease_until = NULL, last_error = @error, signature = @signature, second_signature = @secondSignature
        WHERE connector_id = @connector AND message_id = @id AND version = @version AND (@owner IS NULL OR lease_owner = @owner)
        """,
        [
            ("stage", DbType.String), ("request", DbType.String), ("attempt", DbType.Int64), ("poll", DbType.Int64), ("next", DbType.Int64), ("since", DbType.Int64), ("sent", DbType.Int64),
            ("memo", DbType.String), ("changed", DbType.Int64), ("error", DbType.Binary), ("signature", DbType.Binary), ("secondSignature", DbType.Binary), ("connector", DbType.String),
            ("id", DbType.String), ("version", DbType.Int64), ("owner", DbType.String),
        ]);
}
