using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Reads what a box lists and leaves out what is known.</summary>
internal sealed class IncomingListing(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    /// <summary>Reads it.</summary>
    /// <returns>What must be fetched, in the box's order, and whether the box cannot be reached: one that is away must not use up the attempts of what was seen in it.</returns>
    public async Task<(Queue<ListedItem> Items, bool IsAway)> ReadAsync()
    {
        var (items, error) = await scope.Calls.TryAsync("ListIncomingAsync", async token =>
        {
            // To its end, so that no answer of the box stays open for as long as the work on it takes.
            List<IncomingItem> listed = [];
            await foreach (var item in incoming.ListIncomingAsync(ledger.Organisation, token).ConfigureAwait(false)) listed.Add(item);
            return listed;
        }, scope.CallToken).ConfigureAwait(false);
        if (error is not null) ledger.Fail(error, stops: ExchangeErrors.IsAway(error));
        else ledger.Succeed();
        return (await UnknownAsync(items ?? []).ConfigureAwait(false), error is not null && ExchangeErrors.IsAway(error));
    }

    private async Task<Queue<ListedItem>> UnknownAsync(IReadOnlyList<IncomingItem> items)
    {
        var queue = new Queue<ListedItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in items.Where(IsUsable).Where(item => seen.Add(item.RemoteId)).Chunk(IExchangeStore.MostKeys))
        {
            var known = await KnownIncoming.FindAsync(scope.Parts, ledger.Organisation, [.. some.Select(item => item.RemoteId)], CancellationToken.None).ConfigureAwait(false);
            foreach (var item in some)
            {
                var last = known.GetValueOrDefault(item.RemoteId);
                // One that was acknowledged and is there again is either the same one, whose removal did not take, or another one under a number used before: only its bytes can tell.
                if (last is null or { Stage: IncomingStage.Acknowledged }) queue.Enqueue(new ListedItem(item with { Organisation = ledger.Organisation }, last));
            }
        }

        return queue;
    }

    private bool IsUsable(IncomingItem? item)
    {
        if (!string.IsNullOrEmpty(item?.RemoteId)) return true;
        ledger.Fail(ExchangeErrors.Nonsense("ListIncomingAsync", "an item has no id", "элемент без идентификатора"), stops: false);
        return false;
    }
}
