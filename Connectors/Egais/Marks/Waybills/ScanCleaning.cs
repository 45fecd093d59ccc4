using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Removes the scans of waybills that came to their end long ago. A waybill that waits keeps its scans, or its differences would reject what was accepted.</summary>
internal sealed class ScanCleaning(IConnectorRecords records, IExchange exchange, TimeProvider time, ScanRules rules)
{
    private const int Page = 1000;

    /// <summary>Removes them.</summary>
    /// <returns>How many scans were removed.</returns>
    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var ended = new Dictionary<string, bool>(StringComparer.Ordinal);
        var removed = 0;
        for (string? after = null; ;)
        {
            var page = await records.ListAsync(new RecordQuery(RecordKinds.Scan) { After = after, Limit = Page }, cancellationToken).ConfigureAwait(false);
            var old = new List<RecordChange>();
            foreach (var scan in page)
            {
                var document = scan.Index1 ?? "";
                if (!ended.TryGetValue(document, out var isOver)) ended[document] = isOver = await IsOverAsync(document, cancellationToken).ConfigureAwait(false);
                if (isOver) old.Add(new RecordChange(RecordKinds.Scan, scan.Key, null));
            }

            if (old.Count > 0) await records.WriteAsync(old, cancellationToken).ConfigureAwait(false);
            removed += old.Count;
            if (page.Count < Page) return removed;
            after = page[^1].Key;
        }
    }

    private async ValueTask<bool> IsOverAsync(string document, CancellationToken cancellationToken) =>
        await exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false) is { } state
        && state.Status is EgaisStatus.Confirmed or EgaisStatus.ConfirmedWithDifferences or EgaisStatus.Cancelled or EgaisStatus.CancelledBySupplier or EgaisStatus.CancelledByClient
        && state.ChangedAt + rules.Kept <= time.GetUtcNow();
}
