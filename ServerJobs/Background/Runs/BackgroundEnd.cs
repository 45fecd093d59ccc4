using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs.Background;

/// <summary>How the work of an operation ended.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Error">The error, of one that did not succeed.</param>
/// <param name="Result">What goes under the result's address; null for nothing.</param>
internal sealed record BackgroundEnd(JobOutcome Outcome, ConnectorError? Error, InvokeResult? Result)
{
    /// <summary>Judges the result of a single call. What somebody cancelled and yet succeeded has succeeded.</summary>
    public static BackgroundEnd Of(InvokeResult result, CancelledBy? cancelledBy) => result switch
    {
        { IsOk: false } => Failed(result.Error, cancelledBy),
        { Value: ConnectorRecord record } when record["warnings"] is IReadOnlyList<object?> { Count: > 0 } => new(JobOutcome.SucceededWithWarnings, null, result),
        _ => new(JobOutcome.Succeeded, null, result),
    };

    public static BackgroundEnd Failed(ConnectorError error, CancelledBy? cancelledBy) => cancelledBy switch
    {
        Background.CancelledBy.Owner => new(JobOutcome.Cancelled, error, null),
        Background.CancelledBy.Administrator => new(JobOutcome.Cancelled, BackgroundErrors.ByAdministrator(error.InDoubt), null),
        Background.CancelledBy.Server => new(JobOutcome.Cancelled, BackgroundErrors.ByServer(error.InDoubt), null),
        _ => new(error.Code == ConnectorErrorCode.Timeout ? JobOutcome.TimedOut : JobOutcome.Failed, error, null),
    };
}
