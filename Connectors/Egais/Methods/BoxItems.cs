using System.Runtime.CompilerServices;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What the engine knows of a UTM's box.</summary>
internal sealed class BoxItems(IExchange exchange)
{
    private const int Page = 200;

    public async IAsyncEnumerable<StoredIncoming> ListAsync(string fsrarId, IReadOnlyList<IncomingStage> stages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            var page = await exchange.ListIncomingAsync(fsrarId, stages, after, Page, cancellationToken).ConfigureAwait(false);
            foreach (var item in page) yield return item;
            if (page.Count < Page) yield break;
            after = page[^1].Id;
        }
    }

    /// <summary>The items still in the box at the given paths.</summary>
    public async ValueTask<IReadOnlyDictionary<string, StoredIncoming>> FindAsync(string fsrarId, IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, StoredIncoming>();
        await foreach (var item in ListAsync(fsrarId, [IncomingStage.Stored, IncomingStage.Handled, IncomingStage.Parked], cancellationToken).ConfigureAwait(false))
        {
            if (paths.Contains(item.Item.Address)) found[item.Item.Address] = item;
        }

        return found;
    }
}
