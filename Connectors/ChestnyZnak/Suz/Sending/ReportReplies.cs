using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Asks what became of a report; reads the refused codes from its receipt and moves the codes of the table on.</summary>
internal sealed class ReportReplies(ISuzClient client, IMarkingCodeStore codes)
{
    private const int Portion = 1000;

    public async Task<ReplyOutcome> GetAsync(ExchangeMessage message, SuzStation station, CancellationToken cancellationToken)
    {
        var report = await client.ReportAsync(station, message.RequestId!, cancellationToken).ConfigureAwait(false);
        switch (report.State)
        {
            case "SUCCESS":
                await MoveOnAsync(message, [], cancellationToken).ConfigureAwait(false);
                return new ReplyOutcome(ReplyVerdict.Done) { Status = report.State };
            case "PARTIALLY":
                return await PartlyAsync(message, station, report, cancellationToken).ConfigureAwait(false);
            case "FAILED":
                var refused = await RefusedAsync(message, station, cancellationToken).ConfigureAwait(false);
                return new ReplyOutcome(ReplyVerdict.Rejected) { Status = report.State, Error = RefusedCodes.Error(report, refused), Records = RefusedCodes.Records(message.RequestId!, refused) };
            case "REJECTED":
                return new ReplyOutcome(ReplyVerdict.Rejected) { Status = report.State, Error = RefusedCodes.Error(report, []) };
            default:
                return new ReplyOutcome(ReplyVerdict.Same) { Status = report.State };
        }
    }

    // Until the receipt is there nobody can say which codes are meant; so the answer is not taken before.
    private async Task<ReplyOutcome> PartlyAsync(ExchangeMessage message, SuzStation station, SuzReport report, CancellationToken cancellationToken)
    {
        var refused = await RefusedAsync(message, station, cancellationToken).ConfigureAwait(false);
        if (refused.Count == 0 && message.PollNumber < 100) return new ReplyOutcome(ReplyVerdict.Same) { Status = report.State };
        if (refused.Count > 0) await MoveOnAsync(message, refused, cancellationToken).ConfigureAwait(false);
        return new ReplyOutcome(ReplyVerdict.DonePartly) { Status = report.State, Error = RefusedCodes.Error(report, refused), Records = RefusedCodes.Records(message.RequestId!, refused) };
    }

    private async Task<IReadOnlyList<SuzVerdictOfCode>> RefusedAsync(ExchangeMessage message, SuzStation station, CancellationToken cancellationToken)
    {
        var receipts = await client.ReceiptsAsync(station, message.RequestId!, cancellationToken).ConfigureAwait(false);
        if (receipts.LastOrDefault(receipt => receipt.DocId is not null) is not { } receipt) return [];
        var listed = await client.ReceiptDocumentAsync(station, message.RequestId!, receipt.DocId!, cancellationToken).ConfigureAwait(false);
        return [.. listed.Where(one => one.Code != 0)];
    }

    private async Task MoveOnAsync(ExchangeMessage message, IReadOnlyList<SuzVerdictOfCode> refused, CancellationToken cancellationToken)
    {
        MarkingCodeState? state = message.Content.Operation switch
        {
            SuzOperations.Utilisation => MarkingCodeState.Utilised,
            SuzOperations.Dropout => MarkingCodeState.Withdrawn,
            _ => null,
        };
        if (state is not { } next) return;
        var left = refused.Select(one => CisText.Of(one.Cis)).ToHashSet(StringComparer.Ordinal);
        foreach (var portion in SuzPayload.Codes(message.Content.Payload).Select(CisText.Of).Where(cis => !left.Contains(cis)).Chunk(Portion))
        {
            await codes.SetStateAsync(portion, next, cancellationToken).ConfigureAwait(false);
        }
    }
}
