using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Replay that survives a restart: the key is committed before the call, the outcome after it.</summary>
internal static class DurableReplay
{
    public static async ValueTask<CallOutcome> RunAsync(IReplayStore? store, ConnectorCallState call, ReplayEntry entry, Func<ConnectorCallState, ValueTask<CallOutcome>> runAsync, ILogger log)
    {
        if (store is null) throw new InvalidOperationException($"Connector '{call.Args.ConnectorId}' says \"replay\": \"store\", but this host has no replay store.");
        var key = entry.Key.ToString();
        var known = await store.TryBeginAsync(key, entry.Arguments).ConfigureAwait(false);
        switch (known.State)
        {
            case StoredReplayState.Finished:
                return new CallOutcome(OutcomeJson.Read(known.Outcome!), true);
            case StoredReplayState.Unfinished:
                // Not kept in memory: another server may be about to end it.
                return call.NeverStarted(InvokeResult.Fail(InvokeErrors.EndNotKnown(call.Args)));
            case StoredReplayState.OtherArguments:
                return call.NeverStarted(InvokeResult.Fail(InvokeErrors.OtherArguments(call.Args.RequestId!)));
            default:
                call.Late = late => _ = KeepAsync(store, key, call, late, log);
                var outcome = await runAsync(call).ConfigureAwait(false);

                // Until its late outcome comes, a call that outlived its limit has none that may be kept.
                if (!outcome.StillRunning || outcome.MayRunAgain) await KeepAsync(store, key, call, outcome, log).ConfigureAwait(false);
                return outcome;
        }
    }

    // The call has run: a store that fails now must not take its outcome from its caller.
    private static async Task KeepAsync(IReplayStore store, string key, ConnectorCallState call, CallOutcome outcome, ILogger log)
    {
        try
        {
            if (outcome is { Started: true, MayRunAgain: false }) await store.CompleteAsync(key, OutcomeJson.Write(outcome.Result)).ConfigureAwait(false);
            else await store.ForgetAsync(key).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            log.OutcomeNotKept(call.Args.ConnectorId, call.Args.MethodName, call.Args.CorrelationId, failure);
        }
    }
}
