using System.ComponentModel;
using ServerJobs;
using ServerJobs.Background;

namespace Server.OpenApi;

/// <summary>An operation, for the description of the API only.</summary>
internal sealed record BackgroundBody(
    bool Ok,
    string OperationId,
    [property: Description("What the caller is told: an operation that an administrator cancelled is an Error.")] OperationStatus Status,
    BackgroundState State,
    [property: Description("How it ended; null while it runs.")] JobOutcome? Outcome,
    string Call,
    string Key,
    string Title,
    string? UserId,
    string DeviceId,
    string StartedAt,
    string? EndedAt,
    CancelledBy? CancelledBy,
    [property: Description("Readable only after the end: GET /api/v1/background/{id}/result.")] string ResultAddress,
    [property: Description("How many portions; 0 for a single call.")] int Portions,
    [property: Description("Which start of it this is: 1, an operation is never begun anew by machine.")] int Attempt,
    ProgressBody? Progress,
    [property: Description("Filled when it is over.")] IReadOnlyList<MessageBody> Messages,
    ErrorBody? Error,
    ErrorInfoBody? ErrorInfo,
    string RequestId);
