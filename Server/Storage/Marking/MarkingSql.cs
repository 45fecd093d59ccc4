using System.Data;

namespace Server.Storage;

/// <summary>The statements on intents, blocks and codes.</summary>
internal static class MarkingSql
{
    public const string CodeColumns = """
        text AS Text, cis AS Cis, gtin AS Gtin, serial AS Serial, order_id AS OrderId, block_id AS BlockId, state AS State, used_at_sale AS UsedAtSale, stored_at AS StoredAt, changed_at AS ChangedAt
        """;

    public const string Begin = """
        INSERT INTO marking_intent (id, order_id, gtin, quantity, started_at) VALUES (@id, @order, @gtin, @quantity, @now)
        ON CONFLICT (order_id, gtin) WHERE ending IS NULL DO NOTHING
        """;

    public const string OpenIntents = """
        SELECT id AS Id, order_id AS OrderId, gtin AS Gtin, quantity AS Quantity, started_at AS StartedAt FROM marking_intent
        WHERE ending IS NULL AND (@order IS NULL OR order_id = @order) ORDER BY started_at, id
        """;

    public const string ParkedIntents = """
        SELECT id AS Id, order_id AS OrderId, gtin AS Gtin, quantity AS Quantity, started_at AS StartedAt, ended_at AS EndedAt, reason AS Reason FROM marking_intent
        WHERE ending = 'Parked' AND (@order IS NULL OR order_id = @order) ORDER BY started_at, id
        """;

    // An intent that was parked, or taken for one without effect, is answered all the same when its block is found.
    public const string Answer = "UPDATE marking_intent SET ending = 'Stored', ended_at = @now WHERE id = @intent AND (ending IS NULL OR ending <> 'Stored')";

    public const string Close = "UPDATE marking_intent SET ending = @ending, ended_at = @now, reason = @reason WHERE id = @intent AND ending IS NULL";

    public const string AddBlock = """
        INSERT INTO marking_block (block_id, order_id, gtin, quantity, intent_id, stored_at) VALUES (@block, @order, @gtin, @quantity, @intent, @now)
        ON CONFLICT (block_id) DO NOTHING
        """;

    public const string Blocks = """
        SELECT block_id AS BlockId, order_id AS OrderId, gtin AS Gtin, quantity AS Quantity, stored_at AS StoredAt FROM marking_block
        WHERE order_id = @order AND gtin = @gtin ORDER BY stored_at, block_id
        """;

    // The text itself before a row that only has it for its identification code.
    public const string Find = "SELECT " + CodeColumns + " FROM (SELECT * FROM marking_code WHERE text = @code UNION ALL SELECT * FROM marking_code WHERE cis = @code) c ORDER BY CASE WHEN text = @code THEN 0 ELSE 1 END, text LIMIT 1";

    public const string Conflicts = """
        SELECT text AS Text, cis AS Cis, gtin AS Gtin, order_id AS OrderId, block_id AS BlockId, other_block_id AS OtherBlockId, found_at AS FoundAt FROM marking_conflict
        WHERE @after IS NULL OR text > @after ORDER BY text, block_id LIMIT @limit
        """;

    // One at a time over all servers: of two blocks with one code the second sees what the first has written.
    public const string Alone = "SELECT pg_advisory_xact_lock(4706011)";

    public static readonly HotStatement AddCode = new(
        """
        INSERT INTO marking_code (text, cis, gtin, serial, order_id, block_id, state, used_at_sale, stored_at, changed_at)
        SELECT @text, @cis, @gtin, @serial, @order, @block, 'Issued', 0, @now, @now WHERE NOT EXISTS (SELECT 1 FROM marking_code c WHERE c.cis = @cis)
        ON CONFLICT (text) DO NOTHING
        """,
        [
            ("text", DbType.String), ("cis", DbType.String), ("gtin", DbType.String), ("serial", DbType.String), ("order", DbType.String), ("block", DbType.String), ("now", DbType.Int64),
        ]);

    // Brought before by this block in the same words, or cleaned of its tail since: nothing new. All else is kept aside.
    public static readonly HotStatement AddConflict = new(
        """
        INSERT INTO marking_conflict (text, block_id, cis, gtin, order_id, other_text, other_block_id, found_at)
        SELECT @text, @block, @cis, @gtin, @order, c.text, c.block_id, @now FROM marking_code c
        WHERE (c.text = @text OR c.cis = @cis) AND NOT (c.block_id IS NOT NULL AND c.block_id = @block AND (c.text = @text OR c.text = @cis))
        ORDER BY c.text LIMIT 1
        ON CONFLICT (text, block_id) DO UPDATE SET cis = excluded.cis
        """,
        [
            ("text", DbType.String), ("block", DbType.String), ("cis", DbType.String), ("gtin", DbType.String), ("order", DbType.String), ("now", DbType.Int64),
        ]);

    public static readonly HotStatement AddGiven = new(
        """
        INSERT INTO marking_code (text, cis, gtin, serial, order_id, block_id, state, used_at_sale, stored_at, changed_at)
        VALUES (@text, @cis, @gtin, @serial, @order, @block, @state, @usedAtSale, @stored, @changed)
        ON CONFLICT (text) DO NOTHING
        """,
        [
            ("text", DbType.String), ("cis", DbType.String), ("gtin", DbType.String), ("serial", DbType.String), ("order", DbType.String), ("block", DbType.String), ("state", DbType.String),
            ("usedAtSale", DbType.Int64), ("stored", DbType.Int64), ("changed", DbType.Int64),
        ]);

    public static readonly HotStatement SetState = new(
        "UPDATE marking_code SET state = @state, changed_at = @now WHERE cis = @cis",
        [("state", DbType.String), ("now", DbType.Int64), ("cis", DbType.String)]);

    // What is not used up yet is printed and sold by its full text; whoever asked for the cleaning may have looked before that changed.
    public static readonly HotStatement Clean = new(
        """
        UPDATE marking_code SET text = @cis, cis = @cis, changed_at = @now
        WHERE text = @text AND text <> @cis AND state NOT IN ('Issued', 'Printed') AND used_at_sale = 0
            AND NOT EXISTS (SELECT 1 FROM marking_code o WHERE o.cis = @cis AND o.text <> @text) AND NOT EXISTS (SELECT 1 FROM marking_code o WHERE o.text = @cis)
        """,
        [("cis", DbType.String), ("now", DbType.Int64), ("text", DbType.String)]);
}
