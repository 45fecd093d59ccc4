using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>What happens to a method that outlived its limit: it keeps its place, its result is logged and kept for a repeat.</summary>
internal static class LateResult
{
    /// <summary>Asks a method to stop. Foreign callbacks of the token may block or throw: neither may reach us.</summary>
    public static void Stop(CancellationTokenSource? stop)
    {
        if (stop is null) return;
        try
        {
            _ = stop.CancelAsync().ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        catch (ObjectDisposedException)
        {
            // The call ended in the same moment: there is nothing left to stop.
        }
    }

    public static void Watch(Task<InvokeResult> method, ConnectorCallState call, CallPlace place, long started, ILogger log, Action<CallOutcome> keep) =>
        _ = WatchAsync(method, call, place, started, log, keep);

    private static async Task WatchAsync(Task<InvokeResult> method, ConnectorCallState call, CallPlace place, long started, ILogger log, Action<CallOutcome> keep)
    {
        InvokeResult result;
        try
        {
            result = await method.ConfigureAwait(false);
            if (result?.Value is ConnectorTable table) await table.DisposeAsync().ConfigureAwait(false);
            result = result is null || result.Value is ConnectorTable { IsStream: true } ? InvokeResult.Fail(InvokeErrors.StreamNotKept(call.Args.RequestId ?? "-")) : result.IsOk ? ResultCheck.Check(result) : result;
        }
        catch (Exception failure)
        {
            result = InvokeResult.Fail(Translation.Translate(failure, call.Args, call.Safety));
        }

        place.Leave();
        log.LateResult(call.Args.ConnectorId, call.Method.Info.FullName, call.Args.CorrelationId, call.Time.GetElapsedTime(started).TotalSeconds, result.Error?.Code.ToString() ?? "Ok");
        keep(call.HasRun(result) with { StillRunning = false });
    }
}
