using Cleverence.Connectivity;

namespace Server.Exchange;

/// <summary>A failure without its foreign text, which may hold codes.</summary>
internal sealed record FaultBody(ConnectorErrorCode Code, string? Reason, string Message, bool Retryable, bool InDoubt)
{
    public static FaultBody? Of(ConnectorError? error, string? language) =>
        error is null ? null : new(error.Code, error.Reason, error.MessageFor(language), error.Retryable, error.InDoubt);
}
