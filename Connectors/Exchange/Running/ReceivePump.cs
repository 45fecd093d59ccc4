using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Receives in slices: each is fetched and stored, handled, and only then acknowledged, before the next one is touched. No more bytes than those of a slice are held.</summary>
internal sealed class ReceivePump(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    // One pass over what is kept, and one more for what the first has made possible.
    private const int KeptPasses = 2;
    private readonly IncomingHandling handling = new(scope, ledger, incoming);
    private readonly IncomingAcknowledging acknowledging = new(scope, ledger, incoming);
    private readonly int sliceSize = Math.Max(scope.Calls.Ask("SliceSize", () => incoming.SliceSize, 1), 1);

    private EngineParts Parts => scope.Parts;

    private bool Goes => !scope.IsOver && !ledger.IsStopped;

    public async Task<bool> RunAsync()
    {
        var lease = await BoxLease.TryTakeAsync(Parts, ledger.Organisation).ConfigureAwait(false);
        if (lease is null) return false;
        await using (lease.ConfigureAwait(false))
        {
            var listing = await new IncomingListing(scope, ledger, incoming).ReadAsync().ConfigureAwait(false);
            if (!listing.IsAway) await FetchAsync(listing.Items, lease).ConfigureAwait(false);
            await HandleKeptAsync(lease).ConfigureAwait(false);
            // What was handled before, and whose copy was not removed then.
            if (acknowledging.IsAllowed) await EachPageAsync(IncomingStage.Handled, lease, page => acknowledging.RunAsync(page, lease)).ConfigureAwait(false);
        }

        return handling.Handled > 0;
    }

    private async Task FetchAsync(Queue<ListedItem> listed, BoxLease lease)
    {
        var fetching = new IncomingFetching(scope, ledger, incoming, sliceSize);
        await EachPageAsync(IncomingStage.Seen, lease, page => SlicesAsync(fetching, new Queue<ListedItem>(page.Where(item => Parts.Waits.IsOver(item.Id, Parts.Now)).Select(item => new ListedItem(item.Item, item))), lease)).ConfigureAwait(false);
        await SlicesAsync(fetching, listed, lease).ConfigureAwait(false);
    }

    private async Task SlicesAsync(IncomingFetching fetching, Queue<ListedItem> listed, BoxLease lease)
    {
        while (listed.Count > 0 && Goes && await lease.HoldsAsync().ConfigureAwait(false))
        {
            var slice = await fetching.TakeAsync(listed, lease).ConfigureAwait(false);
            var handled = await handling.RunAsync(slice.Stored, lease).ConfigureAwait(false);
            await acknowledging.RunAsync([.. slice.Again, .. handled], lease).ConfigureAwait(false);
        }
    }

    private async Task HandleKeptAsync(BoxLease lease)
    {
        for (var (pass, before) = (0, -1); pass < KeptPasses && handling.Handled != before; pass++)
        {
            before = handling.Handled;
            await EachPageAsync(IncomingStage.Stored, lease, page => HandleKeptAsync([.. page.Where(handling.MayTry)], lease)).ConfigureAwait(false);
        }
    }

    private async Task HandleKeptAsync(IReadOnlyList<StoredIncoming> page, BoxLease lease)
    {
        for (var at = 0; at < page.Count && Goes;)
        {
            List<StoredIncoming> loaded = [];
            for (long bytes = 0; at < page.Count && bytes < Parts.Options.IncomingSliceBytes; at++)
            {
                // One that another one of this run completed is handled by now.
                if (await Parts.Store.FindIncomingAsync(Parts.ConnectorId, ledger.Organisation, page[at].Item.RemoteId, CancellationToken.None).ConfigureAwait(false) is not { Stage: IncomingStage.Stored } item) continue;
                loaded.Add(item);
                bytes += item.Payload.Length;
            }

            var handled = await handling.RunAsync(loaded, lease).ConfigureAwait(false);
            await acknowledging.RunAsync(handled, lease).ConfigureAwait(false);
        }
    }

    // Without their bytes; a page is done with before the next one is read.
    private async Task EachPageAsync(IncomingStage stage, BoxLease lease, Func<IReadOnlyList<StoredIncoming>, Task> work)
    {
        for (string? after = null; Goes && await lease.HoldsAsync().ConfigureAwait(false);)
        {
            var page = await Parts.Store.ListIncomingAsync(Parts.ConnectorId, ledger.Organisation, [stage], after, sliceSize, withPayloads: false, CancellationToken.None).ConfigureAwait(false);
            if (page.Count > 0) await work(page).ConfigureAwait(false);
            if (page.Count < sliceSize) return;
            after = page[^1].Id;
        }
    }
}
