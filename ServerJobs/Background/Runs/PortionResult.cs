using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs.Background;

/// <summary>The result of an operation of portions: a record of each portion's key and what came of it.</summary>
internal static class PortionResult
{
    public static BackgroundEnd Of(IReadOnlyList<BackgroundPortion> portions, CancelledBy? cancelledBy)
    {
        var result = InvokeResult.Ok(MapOf(portions));
        var failed = portions.Where(portion => portion.Result is { IsOk: false }).ToList();
        var left = portions.Count(portion => portion.Result is null);
        if (cancelledBy is not null && (left > 0 || failed.Count > 0)) return BackgroundEnd.Failed(Stopped(portions.Count - left, portions.Count), cancelledBy) with { Result = result };
        if (failed.Count == 0) return new BackgroundEnd(JobOutcome.Succeeded, null, result);
        return failed.Count == portions.Count
            ? new BackgroundEnd(JobOutcome.Failed, BackgroundErrors.AllPortionsFailed(failed.Count, failed[0].Result!.Error!), result)
            : new BackgroundEnd(JobOutcome.SucceededWithWarnings, null, result);
    }

    public static ConnectorRecord MapOf(IEnumerable<BackgroundPortion> portions) => new(portions.Select(portion => KeyValuePair.Create(portion.Key, (object?)RecordOf(portion))));

    private static ConnectorRecord RecordOf(BackgroundPortion portion) => new()
    {
        { "status", (portion.Result switch { null => OperationStatus.Running, { IsOk: true } => OperationStatus.Completed, _ => OperationStatus.Error }).ToString() },
        { "attempt", (long)portion.Attempt },
        { "value", portion.Result?.Value },
        { "error", NotificationContent.RecordOf(portion.Result?.Error) },
    };

    private static ConnectorError Stopped(int done, int all) => new(ConnectorErrorCode.Cancelled, $"The operation was cancelled after {done} of {all} portions.")
    {
        MessageRu = $"Операция отменена, выполнено порций: {done} из {all}.",
    };
}
