using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>An error as lists show it; its full text stays in the log.</summary>
internal sealed record ErrorSummary(string Code, string? Reason, string Message)
{
    public static ErrorSummary? Of(ConnectorError? error, string? language) =>
        error is null ? null : new(error.Code.ToString(), error.Reason, error.MessageFor(language));
}
