using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Finds a report whose posting had no answer: by a receipt of its kind and time that lists the very same codes.</summary>
internal sealed class ReportSearch(ISuzClient client, IConnectorRecords records, TimeProvider time)
{
    private const string LookedKind = "suz-looked";
    private const int MostRead = 50;
    private const int InProgress = 2;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WideSkew = TimeSpan.FromHours(24);
    private static readonly TimeSpan Window = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);

    /// <param name="message">The report.</param>
    /// <param name="station">Where it went.</param>
    /// <param name="last">Whether a person is called when nothing is found: then it is looked for a day around, for a clock may be wrong.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>What came of it; null when all receipts were looked at and none is its.</returns>
    public async Task<FindOutcome?> FindAsync(ExchangeMessage message, SuzStation station, bool last, CancellationToken cancellationToken)
    {
        var wanted = SuzPayload.Codes(message.Content.Payload).Select(CisText.Of).ToHashSet(StringComparer.Ordinal);

        // Without codes any receipt would do.
        if (wanted.Count == 0) return null;
        var receipts = await client.SearchReceiptsAsync(station, FilterOf(message, last ? WideSkew : Skew), cancellationToken).ConfigureAwait(false);
        var unread = receipts.Count(receipt => receipt.DocId is null && receipt.State == InProgress);
        var looked = new List<RecordChange>();
        foreach (var receipt in receipts.Where(receipt => receipt.DocId is not null && receipt.ResultDocId.Length > 0))
        {
            if (await IsKnownAsync(message, receipt, cancellationToken).ConfigureAwait(false)) continue;
            if (looked.Count == MostRead || await ListAsync(station, receipt, cancellationToken).ConfigureAwait(false) is not { } listed)
            {
                unread++;
                continue;
            }

            if (wanted.IsSubsetOf(listed)) return await FoundAsync(message, station, receipt.ResultDocId, wanted.Count, cancellationToken).ConfigureAwait(false);
            looked.Add(new RecordChange(LookedKind, LookedKey(message, receipt), [1]) { Index1 = message.Id, ExpiresAt = time.GetUtcNow() + TimeSpan.FromDays(8) });
        }

        // What was looked at is noted, so that the next search begins behind it.
        return unread == 0 ? null : new FindOutcome(FindVerdict.NotYet) { Error = Unread(unread), Records = looked };
    }

    private static string LookedKey(ExchangeMessage message, SuzReceipt receipt) => $"{message.Id}|{receipt.ResultDocId}";

    private SuzReceiptFilter FilterOf(ExchangeMessage message, TimeSpan skew)
    {
        var from = (message.SentAt ?? message.StageSince) - skew;
        var to = time.GetUtcNow() + skew;
        return new SuzReceiptFilter { Workflows = [SuzOperations.WorkflowOf(message.Content.Operation)], From = from, To = to - from > Window ? from + Window : to };
    }

    // A report that is known to be another message's cannot be this one, however alike they are.
    private async Task<bool> IsKnownAsync(ExchangeMessage message, SuzReceipt receipt, CancellationToken cancellationToken) =>
        await records.GetAsync(SuzTraces.ReportKind, receipt.ResultDocId, cancellationToken).ConfigureAwait(false) is not null
        || await records.GetAsync(LookedKind, LookedKey(message, receipt), cancellationToken).ConfigureAwait(false) is not null;

    private async Task<IReadOnlyList<string>?> ListAsync(SuzStation station, SuzReceipt receipt, CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await client.ReceiptDocumentAsync(station, receipt.ResultDocId, receipt.DocId!, cancellationToken).ConfigureAwait(false)).Select(one => CisText.Of(one.Cis))];
        }
        catch (ConnectorException refused) when (refused.Error.Code == ConnectorErrorCode.Rejected)
        {
            return null;
        }
    }

    private async Task<FindOutcome> FoundAsync(ExchangeMessage message, SuzStation station, string reportId, int codes, CancellationToken cancellationToken) => new(FindVerdict.Found)
    {
        RequestId = reportId,
        Proof = string.Create(CultureInfo.InvariantCulture, $"The receipt of {reportId} lists the same {codes} codes."),
        Records = await SuzTraces.MissingAsync(records, message.Content, station, reportId, time.GetUtcNow(), cancellationToken).ConfigureAwait(false),
    };

    private static ConnectorError Unread(int unread) => new(ConnectorErrorCode.Unavailable, string.Create(CultureInfo.InvariantCulture, $"{unread} receipts of this kind could not be looked at yet; the next search goes on with them."))
    {
        MessageRu = string.Create(CultureInfo.InvariantCulture, $"Ещё не просмотрено квитанций этого вида: {unread}; следующий поиск продолжит с них."),
        Reason = "SUZ_SEARCH_UNFINISHED",
        Retryable = true,
    };
}
