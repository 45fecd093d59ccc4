using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>
/// The waiting of a caller, apart from the call: a caller that leaves frees a call that has not started, cancels a Safe one
/// whose deadline passed, and never touches any other.
/// </summary>
internal static class CallerWait
{
    public static async ValueTask<InvokeResult> ForCallAsync(Task<InvokeResult> running, ConnectorCallState call, CancellationToken callerLeft)
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
            if (call.Safety == MethodSafety.Safe)
            {
                call.StoppedByCaller = true;
                LateResult.Stop(call.Stop);
            }

            return InvokeResult.Fail(InvokeErrors.DeadlinePassed(call));
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            call.TryAbandon();
            return InvokeResult.Fail(InvokeErrors.CallerLeft(call.Args));
        }
        catch (Exception) when (running.IsCompleted)
        {
            return await running.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the outcome of a call that another caller started under the same request id.</summary>
    public static async ValueTask<CallOutcome> ForOutcomeAsync(Task<CallOutcome> outcome, InvokeArgs args, TimeProvider time, CancellationToken callerLeft)
    {
        if (outcome.IsCompletedSuccessfully) return outcome.Result;
        try
        {
            return await outcome.WaitAsync(args.Deadline ?? Timeout.InfiniteTimeSpan, time, callerLeft).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new CallOutcome(InvokeResult.Fail(InvokeErrors.StillRunning(args)), true);
        }
        catch (OperationCanceledException)
        {
            return new CallOutcome(InvokeResult.Fail(InvokeErrors.CallerLeft(args)), true);
        }
    }
}
