using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Finds a report whose posting had no answer: by a receipt of its kind and time that lists the very same codes.</summary>
internal sealed class ReportSearch(ISuzClient client, IConnectorRecords records, TimeProvider time)
{
    private const int MostRead = 50;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Window = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    public async Task<FindOutcome?> FindAsync(ExchangeMessage message, SuzStation station, CancellationToken cancellationToken)
    {
        var sent = (message.SentAt ?? message.StageSince) - Skew;
        var to = time.GetUtcNow() + Skew;
        var filter = new SuzReceiptFilter { Workflows = [SuzOperations.WorkflowOf(message.Content.Operation)], From = sent, To = to - sent > Window ? sent + Window : to };
        var receipts = await client.SearchReceiptsAsync(station, filter, cancellationToken).ConfigureAwait(false);
        var wanted = SuzPayload.Codes(message.Content.Payload).Select(CisText.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var receipt in receipts.Where(receipt => receipt.DocId is not null && receipt.ResultDocId.Length > 0).Take(MostRead))
        {
            // A report that is known to be another message's cannot be this one, however alike they are.
            if (await records.GetAsync(SuzTraces.ReportKind, receipt.ResultDocId, cancellationToken).ConfigureAwait(false) is not null) continue;
            var listed = await client.ReceiptDocumentAsync(station, receipt.ResultDocId, receipt.DocId!, cancellationToken).ConfigureAwait(false);
            if (!wanted.IsSubsetOf(listed.Select(one => CisText.Of(one.Cis)))) continue;
            return new FindOutcome(FindVerdict.Found)
            {
                RequestId = receipt.ResultDocId,
                Proof = $"The receipt of {receipt.ResultDocId} lists the same {wanted.Count} codes.",
                Records = SuzTraces.Of(message.Content, station, receipt.ResultDocId, time.GetUtcNow()),
            };
        }

        return null;
    }
}
