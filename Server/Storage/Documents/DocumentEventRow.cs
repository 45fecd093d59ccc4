using Cleverence.Connectivity;

namespace Server.Storage;

/// <summary>A row of the table of document events.</summary>
internal sealed class DocumentEventRow
{
    public string Id { get; init; } = "";

    public string DocumentId { get; init; } = "";

    public long Version { get; init; }

    public string Event { get; init; } = "";

    public string Handler { get; init; } = "";

    public string? UserId { get; init; }

    public string? DeviceId { get; init; }

    public byte[] Arguments { get; init; } = [];

    public long CreatedAt { get; init; }

    public string State { get; init; } = "";

    public long DueAt { get; init; }

    public long Attempts { get; init; }

    public long Tries { get; init; }

    public long? StartedAt { get; init; }

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    public string? ErrorRu { get; init; }

    public DocumentEvent ToEvent() => new(Id, DocumentId, Event, Handler, RecordJson.Read(Arguments))
    {
        Version = Version,
        UserId = UserId,
        DeviceId = DeviceId,
        CreatedAt = UnixTime.From(CreatedAt),
        State = Enum.Parse<DocumentEventState>(State),
        DueAt = UnixTime.From(DueAt),
        Attempts = Attempts,
        Tries = Tries,
        StartedAt = UnixTime.From(StartedAt),
        ErrorCode = ErrorCode,
        Error = Error,
        ErrorRu = ErrorRu,
    };
}
