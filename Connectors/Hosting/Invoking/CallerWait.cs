using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>
/// The waiting of a caller, apart from the call: a caller that leaves frees a call that has not started, cancels a Safe one
/// whose deadline passed, and never touches any other.
/// </summary>
internal static class CallerWait
{
    public static async ValueTask<InvokeResult> ForCallAsync(Task<InvokeResult> running, ConnectorCallState call, ILogger log, CancellationToken callerLeft)
    {
        try
        {
            return call.RestOfDeadline is { } rest
                ? await running.WaitAsync(rest, call.Time, callerLeft).ConfigureAwait(false)
                : await running.WaitAsync(callerLeft).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            if (call.TryAbandon()) return InvokeResult.Fail(InvokeErrors.DeadlineBeforeStart(call.Args));
            _ = DiscardAsync(running, call, log);
            if (call.Safety == MethodSafety.Safe)
            {
                call.StoppedByCaller = true;
                LateResult.Stop(call.Stop);
            }

            return InvokeResult.Fail(InvokeErrors.DeadlinePassed(call));
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            if (call.TryAbandon()) return InvokeResult.Fail(InvokeErrors.CallerLeft(call.Args, inDoubt: false));
            _ = DiscardAsync(running, call, log);
            return InvokeResult.Fail(InvokeErrors.CallerLeft(call.Args, inDoubt: call.Safety != MethodSafety.Safe));
        }
        catch (Exception) when (running.IsCompleted)
        {
            return await running.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the outcome of a call that another caller started under the same request id.</summary>
    public static async ValueTask<CallOutcome> ForOutcomeAsync(Task<CallOutcome> outcome, InvokeArgs args, long askedAt, TimeProvider time, CancellationToken callerLeft)
    {
        if (outcome.IsCompletedSuccessfully) return outcome.Result;
        try
        {
            var rest = args.Deadline is { } deadline ? Wait.RestOf(deadline, askedAt, time) : Timeout.InfiniteTimeSpan;
            return await outcome.WaitAsync(rest, time, callerLeft).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new CallOutcome(InvokeResult.Fail(InvokeErrors.StillRunning(args)), true);
        }
        catch (OperationCanceledException)
        {
            return new CallOutcome(InvokeResult.Fail(InvokeErrors.CallerLeft(args, inDoubt: true)), true);
        }
    }

    // A single-pass table keeps its call's place until it is disposed, and its reader has gone.
    private static async Task DiscardAsync(Task<InvokeResult> running, ConnectorCallState call, ILogger log)
    {
        try
        {
            if ((await running.ConfigureAwait(false)).Value is ConnectorTable { IsStream: true } table) await table.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            log.TableNotClosed(call.Args.ConnectorId, call.Args.MethodName, call.Args.CorrelationId, failure);
        }
    }
}
