using Server.Storage;

namespace Server.Api;

/// <summary>A handler's call for an event of a document, as it stands.</summary>
internal sealed record DocumentEventBody(
    string Id,
    string Event,
    string DocumentId,
    long Version,
    string Handler,
    DocumentEventState State,
    long Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? StartedAt,
    string? ErrorCode,
    string? Error)
{
    public static DocumentEventBody Of(DocumentEvent raised, string? language) => new(
        raised.Id, raised.Event, raised.DocumentId, raised.Version, raised.Handler, raised.State, raised.Attempts, raised.CreatedAt,
        raised.State == DocumentEventState.Pending ? raised.DueAt : null, raised.StartedAt, raised.ErrorCode, language == "ru" ? raised.ErrorRu ?? raised.Error : raised.Error);
}
