using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The failures of requests without an answer, in the words of this connector.</summary>
internal static class UtmFailures
{
    public static ConnectorError Of(ConnectorError error, string target)
    {
        if (error.Reason is "ADDRESS_REFUSED" or "REQUEST_REFUSED" or "ANSWER_TOO_LARGE") return error;
        var detail = error.Detail ?? error.Message;
        if (error.InDoubt) return UtmErrors.OutcomeUnknown(target, detail);
        if (StatusOf(error.Reason) is { } status) return UtmErrors.Status(target, status, detail);
        return error.Code == ConnectorErrorCode.Timeout ? UtmErrors.TimedOut(target, detail) : UtmErrors.Offline(target, detail);
    }

    private static int? StatusOf(string? reason) => reason is not null && reason.StartsWith("HTTP_", StringComparison.Ordinal) && int.TryParse(reason.AsSpan(5), out var status) ? status : null;
}
