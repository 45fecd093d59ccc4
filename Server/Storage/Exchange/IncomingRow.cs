using System.Data;
using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>A row of the inbox.</summary>
internal sealed class IncomingRow
{
    public const string Columns = """
        item_id AS ItemId, organisation AS Organisation, remote_id AS RemoteId, address AS Address, reply_to AS ReplyTo, kind AS Kind, stage AS Stage, hash AS Hash, attempt AS Attempt,
        last_error AS LastError, created_at AS CreatedAt, version AS Version
        """;

    public static readonly HotQuery<IncomingRow> Find = new(
        "SELECT " + Columns + ", payload AS Payload FROM exchange_incoming WHERE connector_id = @connector AND organisation = @organisation AND remote_id = @remote", ["connector", "organisation", "remote"], Read);

    public const string RemoveOld = """
        DELETE FROM exchange_incoming WHERE (connector_id, item_id) IN (
            SELECT connector_id, item_id FROM exchange_incoming WHERE stage = 'Acknowledged' AND created_at < @before ORDER BY created_at LIMIT @limit)
        """;

    private static readonly (string, DbType)[] Parameters =
    [
        ("connector", DbType.String), ("id", DbType.String), ("organisation", DbType.String), ("remote", DbType.String), ("address", DbType.String), ("replyTo", DbType.String), ("kind", DbType.String),
        ("stage", DbType.String), ("hash", DbType.String), ("attempt", DbType.Int64), ("error", DbType.Binary), ("created", DbType.Int64), ("version", DbType.Int64), ("payload", DbType.Binary),
    ];

    public static readonly HotStatement Insert = new(
        """
        INSERT INTO exchange_incoming (connector_id, item_id, organisation, remote_id, address, reply_to, kind, stage, hash, attempt, last_error, created_at, version, payload)
        VALUES (@connector, @id, @organisation, @remote, @address, @replyTo, @kind, @stage, @hash, @attempt, @error, @created, @version + 1, @payload)
        ON CONFLICT DO NOTHING
        """,
        Parameters);

    // What the box says of an item may come later than the item.
    public static readonly HotStatement Change = new(
        """
        UPDATE exchange_incoming SET address = @address, reply_to = @replyTo, kind = @kind, stage = @stage, hash = @hash, attempt = @attempt, last_error = @error, version = version + 1, payload = @payload
        WHERE connector_id = @connector AND organisation = @organisation AND remote_id = @remote AND item_id = @id AND version = @version
        """,
        Parameters);

    // The bytes stay as they are: most changes are of the stage, and documents may be large.
    public static readonly HotStatement ChangeWithoutPayload = new(
        """
        UPDATE exchange_incoming SET address = @address, reply_to = @replyTo, kind = @kind, stage = @stage, hash = @hash, attempt = @attempt, last_error = @error, version = version + 1
        WHERE connector_id = @connector AND organisation = @organisation AND remote_id = @remote AND item_id = @id AND version = @version
        """,
        Parameters);

    public static readonly HotStatement Acknowledge = new(
        "UPDATE exchange_incoming SET stage = 'Acknowledged', last_error = NULL, version = version + 1 WHERE connector_id = @connector AND item_id = @id AND stage = 'Handled'",
        [("connector", DbType.String), ("id", DbType.String)]);

    public string ItemId { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string RemoteId { get; init; } = "";

    public string Address { get; init; } = "";

    public string? ReplyTo { get; init; }

    public string? Kind { get; init; }

    public string Stage { get; init; } = "";

    public string Hash { get; init; } = "";

    public long Attempt { get; init; }

    public byte[]? LastError { get; init; }

    public long CreatedAt { get; init; }

    public long Version { get; init; }

    public byte[] Payload { get; init; } = [];

    /// <summary>The statement that writes an item.</summary>
    public static HotStatement Of(StoredIncoming item) => item.Version == 0 ? Insert : item.Payload.Length == 0 ? ChangeWithoutPayload : Change;

    public static object?[] ValuesOf(string connectorId, StoredIncoming item) =>
    [
        connectorId, item.Id, item.Item.Organisation, item.Item.RemoteId, item.Item.Address, item.Item.ReplyTo, item.Item.Kind, item.Stage.ToString(), item.Hash, (long)item.Attempt,
        ErrorBytes.Write(item.LastError), UnixTime.Of(item.CreatedAt), item.Version, item.Payload,
    ];

    /// <summary>Reads it from the columns, in their order.</summary>
    public static IncomingRow Read(IRow row) => new()
    {
        ItemId = row.Text(0),
        Organisation = row.Text(1),
        RemoteId = row.Text(2),
        Address = row.Text(3),
        ReplyTo = row.TextOrNull(4),
        Kind = row.TextOrNull(5),
        Stage = row.Text(6),
        Hash = row.Text(7),
        Attempt = row.Whole(8),
        LastError = row.BytesOrNull(9),
        CreatedAt = row.Whole(10),
        Version = row.Whole(11),
        Payload = row.Bytes(12),
    };

    public StoredIncoming ToIncoming() => new(ItemId, new IncomingItem(Organisation, RemoteId, Address) { ReplyTo = ReplyTo, Kind = Kind }, Payload)
    {
        Stage = Enum.Parse<IncomingStage>(Stage),
        Hash = Hash,
        Attempt = (int)Attempt,
        LastError = ErrorBytes.Read(LastError),
        CreatedAt = UnixTime.From(CreatedAt),
        Version = Version,
    };
}
