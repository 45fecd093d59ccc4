using System.Buffers.Binary;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Replay that survives a restart: the key is committed before the call, the outcome after it.</summary>
internal static class DurableReplay
{
    public static async ValueTask<CallOutcome> RunAsync(IReplayStore? store, ConnectorCallState call, ReplayEntry entry, Func<ValueTask<CallOutcome>> runAsync)
    {
        if (store is null) throw new InvalidOperationException($"Connector '{call.Args.ConnectorId}' says \"replay\": \"store\", but this host has no replay store.");
        var key = entry.Key.ToString();
        var hash = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(hash, entry.Arguments);
        var known = await store.TryBeginAsync(key, hash).ConfigureAwait(false);
        switch (known.State)
        {
            case StoredReplayState.Finished:
                return new CallOutcome(OutcomeJson.Read(known.Outcome!), true);
            case StoredReplayState.Unfinished:
                return new CallOutcome(InvokeResult.Fail(InvokeErrors.InDoubtAfterRestart(call.Args)), true);
            case StoredReplayState.OtherArguments:
                return call.NeverStarted(InvokeResult.Fail(InvokeErrors.OtherArguments(call.Args.RequestId!)));
            default:
                var outcome = await runAsync().ConfigureAwait(false);

                // A method that outlived its limit leaves its key open: after a crash it is in doubt, and its late result completes it.
                if (call.OutlivedLimit) return outcome;
                if (outcome.Started) await KeepAsync(store, entry, outcome).ConfigureAwait(false);
                else await store.ForgetAsync(key).ConfigureAwait(false);
                return outcome;
        }
    }

    /// <summary>Keeps the outcome of a call that has ended.</summary>
    public static ValueTask KeepAsync(IReplayStore store, ReplayEntry entry, CallOutcome outcome) =>
        store.CompleteAsync(entry.Key.ToString(), OutcomeJson.Write(outcome.Result));
}
