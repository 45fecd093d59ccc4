using Cleverence.Connectivity.Exchange;

namespace Server.Storage;

/// <summary>A row of the queue.</summary>
internal sealed class ExchangeMessageRow
{
    public const string Columns = """
        message_id AS MessageId, organisation AS Organisation, operation AS Operation, purpose AS Purpose, station AS Station, product_group AS ProductGroup,
        document AS Document, document_kind AS DocumentKind, base_document AS BaseDocument, base_message AS BaseMessage, action AS Action, format AS Format,
        load_after AS LoadAfter, load_before AS LoadBefore, send_after AS SendAfter, needs_signature AS NeedsSignature, second_signer AS SecondSigner, priority AS Priority,
        ordering_key AS OrderingKey, immediate AS Immediate, user_name AS UserName, stage AS Stage, request_id AS RequestId, attempt AS Attempt, poll_number AS PollNumber,
        next_attempt_at AS NextAttemptAt, stage_since AS StageSince, sent_at AS SentAt, memo AS Memo, created_at AS CreatedAt, changed_at AS ChangedAt, version AS Version,
        last_error AS LastError, extra AS Extra, signature AS Signature, second_signature AS SecondSignature, payload AS Payload, second_payload AS SecondPayload
        """;

    public string MessageId { get; init; } = "";

    public string Organisation { get; init; } = "";

    public string Operation { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string? Station { get; init; }

    public string? ProductGroup { get; init; }

    public string? Document { get; init; }

    public string DocumentKind { get; init; } = "";

    public string? BaseDocument { get; init; }

    public string? BaseMessage { get; init; }

    public string? Action { get; init; }

    public string Format { get; init; } = "";

    public string? LoadAfter { get; init; }

    public string? LoadBefore { get; init; }

    public string? SendAfter { get; init; }

    public long NeedsSignature { get; init; }

    public string? SecondSigner { get; init; }

    public long Priority { get; init; }

    public string? OrderingKey { get; init; }

    public long Immediate { get; init; }

    public string? UserName { get; init; }

    public string Stage { get; init; } = "";

    public string? RequestId { get; init; }

    public long Attempt { get; init; }

    public long PollNumber { get; init; }

    public long? NextAttemptAt { get; init; }

    public long StageSince { get; init; }

    public long? SentAt { get; init; }

    public string? Memo { get; init; }

    public long CreatedAt { get; init; }

    public long ChangedAt { get; init; }

    public long Version { get; init; }

    public byte[]? LastError { get; init; }

    public byte[]? Extra { get; init; }

    public byte[]? Signature { get; init; }

    public byte[]? SecondSignature { get; init; }

    public byte[] Payload { get; init; } = [];

    public byte[]? SecondPayload { get; init; }

    /// <summary>Reads it from the columns, in their order.</summary>
    public static ExchangeMessageRow Read(IRow row) => new()
    {
        MessageId = row.Text(0),
        Organisation = row.Text(1),
        Operation = row.Text(2),
        Purpose = row.Text(3),
        Station = row.TextOrNull(4),
        ProductGroup = row.TextOrNull(5),
        Document = row.TextOrNull(6),
        DocumentKind = row.Text(7),
        BaseDocument = row.TextOrNull(8),
        BaseMessage = row.TextOrNull(9),
        Action = row.TextOrNull(10),
        Format = row.Text(11),
        LoadAfter = row.TextOrNull(12),
        LoadBefore = row.TextOrNull(13),
        SendAfter = row.TextOrNull(14),
        NeedsSignature = row.Whole(15),
        SecondSigner = row.TextOrNull(16),
        Priority = row.Whole(17),
        OrderingKey = row.TextOrNull(18),
        Immediate = row.Whole(19),
        UserName = row.TextOrNull(20),
        Stage = row.Text(21),
        RequestId = row.TextOrNull(22),
        Attempt = row.Whole(23),
        PollNumber = row.Whole(24),
        NextAttemptAt = row.WholeOrNull(25),
        StageSince = row.Whole(26),
        SentAt = row.WholeOrNull(27),
        Memo = row.TextOrNull(28),
        CreatedAt = row.Whole(29),
        ChangedAt = row.Whole(30),
        Version = row.Whole(31),
        LastError = row.BytesOrNull(32),
        Extra = row.BytesOrNull(33),
        Signature = row.BytesOrNull(34),
        SecondSignature = row.BytesOrNull(35),
        Payload = row.Bytes(36),
        SecondPayload = row.BytesOrNull(37),
    };

    public ExchangeMessage ToMessage() => new(MessageId, ToContent())
    {
        Stage = Enum.Parse<ExchangeStage>(Stage),
        RequestId = RequestId,
        Signature = Signature,
        SecondSignature = SecondSignature,
        Attempt = (int)Attempt,
        PollNumber = (int)PollNumber,
        NextAttemptAt = UnixTime.From(NextAttemptAt),
        StageSince = UnixTime.From(StageSince),
        SentAt = UnixTime.From(SentAt),
        LastError = ErrorBytes.Read(LastError),
        Memo = Memo,
        CreatedAt = UnixTime.From(CreatedAt),
        ChangedAt = UnixTime.From(ChangedAt),
        Version = Version,
    };

    private OutgoingMessage ToContent() => new(Organisation, Operation, Payload)
    {
        Id = MessageId,
        Purpose = Purpose,
        Station = Station,
        ProductGroup = ProductGroup,
        Document = Document,
        DocumentKind = DocumentKind,
        BaseDocument = BaseDocument,
        BaseMessage = BaseMessage,
        Action = Action,
        Format = Format,
        LoadAfter = LoadAfter,
        LoadBefore = LoadBefore,
        SendAfter = SendAfter,
        NeedsSignature = NeedsSignature != 0,
        SecondPayload = SecondPayload ?? [],
        SecondSigner = SecondSigner,
        Priority = (int)Priority,
        OrderingKey = OrderingKey,
        Immediate = Immediate != 0,
        Extra = Extra is null ? [] : RecordJson.Read(Extra),
        User = UserName,
    };
}
