using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>The one road to a connector, top to bottom: scope, replay, lookup, gate, retry, breaker, limit, translation.</summary>
internal sealed class ConnectorInvoker(
    Func<string, ConnectorHandle?> find, ReplayCache replay, InvokeTelemetry telemetry, TimeProvider time, ILogger<ConnectorInvoker> log, IReplayStore? store = null) : IConnectorInvoker
{
    // Scope: one activity, one duration and one log line around everything.
    public async ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(args);
        var scope = telemetry.Begin(args);
        InvokeResult result;
        try
        {
            result = args.RequestId is null
                ? await CallAsync(args, null, time.GetTimestamp(), cancellationToken).ConfigureAwait(false)
                : await ReplayAsync(args, time.GetTimestamp(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            result = InvokeResult.Fail(Translation.Translate(failure, args, MethodSafety.Unsafe));
            log.Unexpected(args.ConnectorId, args.MethodName, args.CorrelationId, failure);
        }

        telemetry.End(scope, args, result);
        return result;
    }

    // Replay: the first caller under a request id runs the call, all others get its outcome.
    private ValueTask<InvokeResult> ReplayAsync(InvokeArgs args, long askedAt, CancellationToken callerLeft)
    {
        var entry = replay.Begin(args, out var first);
        if (entry is null) return new(InvokeResult.Fail(InvokeErrors.OtherArguments(args.RequestId!)));
        return first ? CallAsync(args, entry, askedAt, callerLeft) : ShareAsync(args, entry, askedAt, callerLeft);
    }

    private async ValueTask<InvokeResult> ShareAsync(InvokeArgs args, ReplayEntry entry, long askedAt, CancellationToken callerLeft)
    {
        var outcome = await CallerWait.ForOutcomeAsync(entry.Outcome, args, askedAt, time, callerLeft).ConfigureAwait(false);
        return outcome.MayRunAgain ? await ReplayAsync(args, askedAt, callerLeft).ConfigureAwait(false) : outcome.Result;
    }

    // Lookup, and the caller's own waiting: the call runs to its own end, whoever leaves earlier.
    private ValueTask<InvokeResult> CallAsync(InvokeArgs args, ReplayEntry? entry, long askedAt, CancellationToken callerLeft)
    {
        var call = new ConnectorCallState(args, time) { AskedAt = askedAt, Entry = entry };
        var answer = WaitAsync(RunAsync(call), call, callerLeft);
        return call.Ended is null ? answer : TellOutlivedAsync(answer, call.Ended.Task, args);
    }

    private ValueTask<InvokeResult> WaitAsync(ValueTask<InvokeResult> running, ConnectorCallState call, CancellationToken callerLeft) =>
        running.IsCompleted || (call.Args.Deadline is null && !callerLeft.CanBeCanceled) ? running : CallerWait.ForCallAsync(running.AsTask(), call, log, callerLeft);

    private static async ValueTask<InvokeResult> TellOutlivedAsync(ValueTask<InvokeResult> running, Task ended, InvokeArgs args)
    {
        var result = await running.ConfigureAwait(false);
        if (!ended.IsCompleted) args.Outlived!(ended);
        return result;
    }

    private async ValueTask<InvokeResult> RunAsync(ConnectorCallState call)
    {
        CallOutcome outcome;
        try
        {
            outcome = await call.FindAsync(find).ConfigureAwait(false) is { } refused
                ? call.NeverStarted(refused)
                : call.Entry is not null && call.Handle.Options.ReplayInStore
                    ? await DurableReplay.RunAsync(store, call, call.Entry, GateAsync, log).ConfigureAwait(false)
                    : await GateAsync(call).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // What was never started leaves no doubt.
            outcome = new CallOutcome(InvokeResult.Fail(Translation.Translate(failure, call.Args, call.HasStarted ? call.Safety : MethodSafety.Safe)), call.HasStarted);
            log.Unexpected(call.Args.ConnectorId, call.Args.MethodName, call.Args.CorrelationId, failure);
        }

        if (call.Entry is not null) replay.End(call.Entry, outcome);
        if (call.Place is null) call.Ended?.TrySetResult();
        if (outcome.Result.Error is { } error && call.Handle is not null) call.Handle.Runtime.LastError = new LastError(error, time.GetUtcNow());
        return outcome.Result;
    }

    // Gate: a place among N and a short queue. The place is kept until the method really ends.
    private async ValueTask<CallOutcome> GateAsync(ConnectorCallState call)
    {
        // Where a place is scarce it is not held while waiting.
        if (call.Handle.Runtime.Gate.Places < System.Environment.ProcessorCount) AwaitMoment(call.Args);
        if (await call.EnterGateAsync().ConfigureAwait(false) is { } refused) return call.NeverStarted(refused);
        var place = call.Place = new CallPlace(call.Handle.Runtime.Gate) { Ended = call.Ended };
        try
        {
            if (await call.EnterInstanceAsync(place).ConfigureAwait(false) is { } gone) return call.NeverStarted(gone);
            if (call.Args.Stopping.IsCancellationRequested) return call.NeverStarted(InvokeResult.Fail(InvokeErrors.Stopped(call.Args, inDoubt: false)));
            if (!call.TryStart()) return call.NeverStarted(InvokeResult.Fail(InvokeErrors.CallerLeft(call.Args, inDoubt: false)));

            // Retry: off unless configured, and only for what may be repeated. A classic connector's ReInvoke is one more attempt of this loop.
            call.NameIfKeyed();
            InvokeResult? before = null;
            for (var attempt = 1; ; attempt++)
            {
                // Looked at once: a call beside this one may change it, and a trial taken for one target must not be given back for another.
                var target = call.Target;
                if (!call.Handle.Runtime.Breakers.Allows(target, out var wait)) return before is null ? new CallOutcome(InvokeResult.Fail(InvokeErrors.BreakerOpen(call, wait)), false) : call.HasRun(before);
                var result = await LimitAsync(call, place).ConfigureAwait(false);
                if (before is { Error.InDoubt: true } && result.Error is { InDoubt: false } certain) result = InvokeResult.Fail(certain with { InDoubt = true });
                if (call.Record(target, result)) log.BreakerOpened(call.Args.ConnectorId, target, call.Handle.Options.BreakerPause);
                if (!call.MayRepeat(result, attempt, place)) return call.HasRun(result);
                log.Repeating(call.Args.ConnectorId, call.Method.Info.FullName, attempt, result.Error!.Code, call.Args.CorrelationId);
                if (!await call.PauseAsync(result.Error!).ConfigureAwait(false)) return call.HasRun(result);
                before = result;
            }
        }
        finally
        {
            place.Leave();
        }
    }

    // Limit: the caller is answered when the limit passes; the method keeps its place until it ends, and its late result is logged.
    private async ValueTask<InvokeResult> LimitAsync(ConnectorCallState call, CallPlace place)
    {
        var stop = call.Args.Stopping.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(call.Args.Stopping) : new CancellationTokenSource();
        call.Stop = stop;
        var started = time.GetTimestamp();
        var method = StartAsync(call, place.Instance!, stop.Token);
        if (!method.IsCompleted)
        {
            var task = method.AsTask();
            var limit = call.Limit;
            if (limit is null) return await TranslateAsync(call, new(task), place, stop).ConfigureAwait(false);
            await Wait.ForEndAsync(task, limit.Value, time);
            if (task.IsCompleted) return await TranslateAsync(call, new(task), place, stop).ConfigureAwait(false);
            LateResult.Stop(stop);
            if (!call.ReInvokes || !await Wait.EndsAsync(task, limit.Value, time).ConfigureAwait(false))
            {
                call.IsOutlived = true;
                WatchLate(task, call, place.Keep(), started);
                return InvokeResult.Fail(InvokeErrors.LimitPassed(call));
            }

            // The first attempt has ended after its limit: its value is as good as a second call's, its failure earns the second call.
            var late = await TranslateAsync(call, new(task), place, stop).ConfigureAwait(false);
            return late.IsOk ? late : InvokeResult.Fail(InvokeErrors.LimitPassed(call));
        }

        return await TranslateAsync(call, method, place, stop).ConfigureAwait(false);
    }

    private void WatchLate(Task<InvokeResult> method, ConnectorCallState call, CallPlace place, long started) =>
        LateResult.Watch(method, call, place, started, log, late =>
        {
            if (call.Entry is not null) replay.End(call.Entry, late);
            call.Late?.Invoke(late);
        });

    // Start: on the caller's thread when the method has shown that it comes back quickly, otherwise on a thread of its connector.
    private ValueTask<InvokeResult> StartAsync(ConnectorCallState call, ConnectorInstance instance, CancellationToken stop)
    {
        var rule = call.Method.Start;
        AwaitMoment(call.Args);
        if (!rule.TryEnterInline(time, out var started, call.Args.NotBefore > 0)) return OwnThreadStart.RunAsync(call, instance, log, stop);
        try
        {
            return instance.Connector.InvokeAsync(call.ArgsNow, stop);
        }
        catch (Exception thrown)
        {
            return ValueTask.FromException<InvokeResult>(thrown);
        }
        finally
        {
            if (rule.Left(time, started)) log.MovedToOwnThreads(call.Args.ConnectorId, call.Method.Info.FullName);
        }
    }

    // A fraction of a millisecond: a call of the schedule comes ahead of its moment, by about what the road to its method takes. A thread
    // that yielded meanwhile would give another one a whole slice.
    private void AwaitMoment(InvokeArgs args)
    {
        while (time.GetTimestamp() < args.NotBefore)
        {
        }
    }

    // Translation: here and nowhere else an exception becomes an error, and a value is checked to be one that a caller can be given.
    private async ValueTask<InvokeResult> TranslateAsync(ConnectorCallState call, ValueTask<InvokeResult> method, CallPlace place, CancellationTokenSource stop)
    {
        try
        {
            var result = await method.ConfigureAwait(false) ?? throw new InvalidOperationException("The connector returned null in place of an InvokeResult.");
            if (!result.IsOk) return result;
            if (result.Value is ConnectorTable { IsStream: true } table) return InvokeResult.Ok(StreamedTable.Guard(table, call, place.Keep(), stop));
            return ResultCheck.Check(result);
        }
        catch (Exception failure)
        {
            var error = failure is OperationCanceledException && call.Args.Stopping.IsCancellationRequested
                ? InvokeErrors.Stopped(call.Args, inDoubt: call.Safety != MethodSafety.Safe)
                : Translation.Translate(failure, call.Args, call.Safety);
            if (error.Code == ConnectorErrorCode.Failed) log.ConnectorThrew(call.Args.ConnectorId, call.Method.Info.FullName, call.Args.CorrelationId, failure);
            return InvokeResult.Fail(error);
        }
    }
}
