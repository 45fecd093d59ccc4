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

    /// <summary>An item that is still in the box. A new database begins its numbers again: its documents are others, whatever their paths.</summary>
    public async ValueTask<StoredIncoming?> FindAsync(string fsrarId, string epoch, string path, CancellationToken cancellationToken) =>
        await exchange.FindIncomingAsync(fsrarId, BoxIds.Of(epoch, path), cancellationToken).ConfigureAwait(false) is { Stage: IncomingStage.Stored or IncomingStage.Handled or IncomingStage.Parked } item ? item : null;
}
