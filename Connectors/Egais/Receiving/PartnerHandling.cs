using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Documents of partners about waybills, found by the registry's number, and echoes of our own.</summary>
internal sealed class PartnerHandling(IEgaisLookup lookup)
{
    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, IncomingDocument document, WaybillActBody act, CancellationToken cancellationToken)
    {
        var operation = act.Verdict switch
        {
            ActVerdict.Accepted => EgaisOperation.IncomingActAccepted,
            ActVerdict.Rejected => EgaisOperation.IncomingActRejected,
            _ => EgaisOperation.IncomingActDifferences,
        };
        return await OfWaybillAsync(item, act.RegId, operation, EgaisDocumentKind.OutgoingWaybill, document.Owner, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, IncomingDocument document, ConfirmBody confirm, CancellationToken cancellationToken)
    {
        var isRepeal = document.Element.StartsWith("ConfirmRepeal", StringComparison.OrdinalIgnoreCase);
        var operation = (isRepeal, confirm.IsAccepted) switch
        {
            (true, true) => EgaisOperation.IncomingRepealConfirmed,
            (true, false) => EgaisOperation.IncomingRepealRefused,
            (false, true) => EgaisOperation.IncomingDifferencesConfirmed,
            _ => EgaisOperation.IncomingDifferencesRefused,
        };
        return await OfWaybillAsync(item, confirm.RegId, operation, EgaisDocumentKind.IncomingWaybill, document.Owner, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, RepealRequestBody repeal, CancellationToken cancellationToken) =>
        OfWaybillAsync(item, repeal.RegId, EgaisOperation.IncomingRepealRequest, EgaisDocumentKind.OutgoingWaybill, repeal.ClientId, cancellationToken);

    /// <summary>The ancestry of a waybill's F2 is kept beside the waybill, and waits for it.</summary>
    public async ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, WaybillHistory history, CancellationToken cancellationToken)
    {
        var found = await lookup.FindByRegIdAsync(item.Item.Organisation, history.RegId, cancellationToken).ConfigureAwait(false);
        return found.Count > 0
            ? Outcomes.Note(nameof(EgaisOperation.IncomingHistory), found[0].Id, $"The ancestry of the F2 of {history.RegId}.")
            : Outcomes.Keep(nameof(EgaisOperation.IncomingHistory), $"The waybill {history.RegId} is not here yet.");
    }

    private async ValueTask<IncomingOutcome> OfWaybillAsync(StoredIncoming item, string regId, EgaisOperation operation, EgaisDocumentKind kind, string? author, CancellationToken cancellationToken)
    {
        var fsrarId = item.Item.Organisation;
        var found = await lookup.FindByRegIdAsync(fsrarId, regId, cancellationToken).ConfigureAwait(false);
        var waybill = found.FirstOrDefault(card => card.Kind == kind);
        if (author == fsrarId || (waybill is null && found.Count > 0)) return Outcomes.Note(operation.ToString(), found.Count > 0 ? found[0].Id : null, $"An echo of our own document about {regId}.");
        return waybill is null
            ? Outcomes.Keep(operation.ToString(), $"The waybill {regId} is not ours, or not registered yet.")
            : Outcomes.Happened(waybill, operation, FactKind.Received, $"A partner's document about {regId}.");
    }
}
