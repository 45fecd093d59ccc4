using System.ComponentModel;

namespace Server.OpenApi;

/// <summary>An error, for the description of the API only.</summary>
internal sealed record ErrorBody(
    [property: Description("ConnectorNotFound, ConnectorDisabled, MethodNotFound, InvalidArguments, Busy, Timeout, Unavailable, Rejected, Failed, Cancelled, Conflict, TooLarge, AccessDenied, InvalidResult; before a call also Unauthorized, Forbidden, NotFound, MethodNotAllowed, UnsupportedMediaType.")] string Code,
    [property: Description("The connector's own code.")] string? Reason,
    [property: Description("One sentence of at most 200 characters, Russian or English as Accept-Language asks.")] string Message,
    [property: Description("Whether the same call may succeed later.")] bool Retryable,
    [property: Description("Whether the call may have had its effect all the same: look before sending again.")] bool InDoubt,
    long? RetryAfterSeconds,
    [property: Description("Every wrong argument; left out when there is none.")] IReadOnlyList<string>? Offenders = null);
