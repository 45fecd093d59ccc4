using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Fetches a slice, some items side by side, and stores it in one commit. A slice ends early when its bytes are many.</summary>
internal sealed class IncomingFetching(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming, int sliceSize)
{
    private readonly int parallel = Math.Max(scope.Calls.Ask("ParallelFetches", () => incoming.ParallelFetches, 1), 1);

    /// <summary>Whether the adapter bears calls side by side.</summary>
    public bool IsParallel => parallel > 1;

    private EngineParts Parts => scope.Parts;

    /// <summary>Takes the next slice.</summary>
    /// <param name="listed">What is left to fetch; what is taken leaves it.</param>
    /// <param name="lease">The right to the box.</param>
    public async Task<FetchedSlice> TakeAsync(Queue<ListedItem> listed, BoxLease lease)
    {
        var slice = new SliceDraft(scope, ledger);
        var running = new Queue<(ListedItem Listed, Task<(byte[]? Bytes, ConnectorError? Error)> Call)>();
        var begun = 0;
        while (true)
        {
            // What is under way when the run stops or enough is here comes to its end all the same.
            while (running.Count < parallel && begun < sliceSize && listed.Count > 0 && slice.Bytes < Parts.Options.IncomingSliceBytes && !scope.IsOver && !ledger.IsStopped && await lease.HoldsAsync().ConfigureAwait(false))
            {
                var next = listed.Dequeue();
                running.Enqueue((next, scope.Calls.TryAsync("FetchIncomingAsync", token => incoming.FetchIncomingAsync(BoxNames.InBox(next.Item), token), scope.CallToken)));
                begun++;
            }

            if (!running.TryDequeue(out var first)) break;
            var (bytes, failure) = await first.Call.ConfigureAwait(false);
            if ((failure ?? (bytes is null ? ExchangeErrors.Nothing("FetchIncomingAsync") : null)) is { } error) slice.Fail(first.Listed, error);
            else slice.Take(first.Listed, bytes!);
        }

        // So that one sees what waits.
        if (ledger.IsStopped) for (; begun < sliceSize && listed.TryDequeue(out var left); begun++) slice.Leave(left);
        return await slice.WriteAsync().ConfigureAwait(false);
    }
}
