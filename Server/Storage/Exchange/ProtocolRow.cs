using System.Data;
using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>A row of the protocol.</summary>
internal sealed class ProtocolRow
{
    // By union, so that each half goes along its own index.
    public const string List = "SELECT " + Columns + ", NULL AS Payload FROM exchange_protocol WHERE connector_id = @connector AND position IN (" + Positions + ") ORDER BY position";

    public const string ListWithPayloads = "SELECT " + Columns + ", payload AS Payload FROM exchange_protocol WHERE connector_id = @connector AND position IN (" + Positions + ") ORDER BY position";

    public const string RemoveOldPayloads = "UPDATE exchange_protocol SET payload = NULL WHERE position IN (SELECT position FROM exchange_protocol WHERE payload IS NOT NULL AND at < @before ORDER BY at LIMIT @limit)";

    private const string Columns = """
        record_id AS RecordId, operation AS Operation, at AS At, message_id AS MessageId, stage AS Stage, document AS Document, incoming AS Incoming, format AS Format, request_id AS RequestId,
        payload_hash AS PayloadHash, signed AS Signed, description AS Description, node AS Node, user_name AS UserName, fact AS Fact
        """;

    private const string Positions = """
        SELECT position FROM exchange_protocol WHERE connector_id = @connector AND document = @of UNION SELECT position FROM exchange_protocol WHERE connector_id = @connector AND message_id = @of
        """;

    public static readonly HotStatement Insert = new(
        """
        INSERT INTO exchange_protocol (connector_id, record_id, operation, at, message_id, stage, document, incoming, format, request_id, payload_hash, signed, description, node, user_name, fact, payload)
        VALUES (@connector, @id, @operation, @at, @message, @stage, @document, @incoming, @format, @request, @hash, @signed, @description, @node, @user, @fact, @payload)
        """,
        [
            ("connector", DbType.String), ("id", DbType.String), ("operation", DbType.String), ("at", DbType.Int64), ("message", DbType.String), ("stage", DbType.String), ("document", DbType.String),
            ("incoming", DbType.Int64), ("format", DbType.String), ("request", DbType.String), ("hash", DbType.String), ("signed", DbType.Int64), ("description", DbType.String), ("node", DbType.String),
            ("user", DbType.String), ("fact", DbType.Binary), ("payload", DbType.Binary),
        ]);

    public string RecordId { get; init; } = "";

    public string Operation { get; init; } = "";

    public long At { get; init; }

    public string? MessageId { get; init; }

    public string? Stage { get; init; }

    public string? Document { get; init; }

    public long Incoming { get; init; }

    public string Format { get; init; } = "";

    public string? RequestId { get; init; }

    public string? PayloadHash { get; init; }

    public long Signed { get; init; }

    public string? Description { get; init; }

    public string Node { get; init; } = "";

    public string? UserName { get; init; }

    public byte[]? Fact { get; init; }

    public byte[]? Payload { get; init; }

    public static object?[] ValuesOf(string connectorId, ProtocolRecord record) =>
    [
        connectorId, record.Id, record.Operation, UnixTime.Of(record.At), record.MessageId, record.Stage?.ToString(), record.Document, record.Incoming ? 1L : 0L, record.Format, record.RequestId, record.PayloadHash,
        record.Signed ? 1L : 0L, record.Description, record.Node, record.User, FactBytes.Write(record.Fact), PackedPayload.Pack(record.Payload),
    ];

    public ProtocolRecord ToRecord() => new(RecordId, Operation, UnixTime.From(At))
    {
        MessageId = MessageId,
        Stage = Stage is null ? null : Enum.Parse<ExchangeStage>(Stage),
        Fact = FactBytes.Read(Fact),
        Document = Document,
        Incoming = Incoming != 0,
        Format = Format,
        RequestId = RequestId,
        PayloadHash = PayloadHash,
        Payload = PackedPayload.Unpack(Payload),
        Signed = Signed != 0,
        Description = Description,
        Node = Node,
        User = UserName,
    };
}
