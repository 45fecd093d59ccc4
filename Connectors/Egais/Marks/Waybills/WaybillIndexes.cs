using System.Collections.Concurrent;
using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The indexes of the waybills that are being scanned. Thread-safe.</summary>
/// <remarks>A waybill whose content was replaced is noticed after <see cref="ScanRules.LookAgain"/>; what is sent is computed from the stored one.</remarks>
internal sealed class WaybillIndexes(DocumentCards cards, TimeProvider time, ScanRules rules)
{
    private readonly ConcurrentDictionary<string, IndexAtHand> atHand = new(StringComparer.Ordinal);

    public async ValueTask<WaybillMarkIndex> GetAsync(string document, CancellationToken cancellationToken)
    {
        if (atHand.TryGetValue(document, out var held) && !held.MustLook(time, rules.LookAgain)) return held.Use(time);
        return await ReadAsync(document, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The index of the waybill as it is stored now.</summary>
    public async ValueTask<WaybillMarkIndex> ReadAsync(string document, CancellationToken cancellationToken)
    {
        var card = await cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        if (card.Kind is not (EgaisDocumentKind.IncomingWaybill or EgaisDocumentKind.OutgoingWaybill)) throw new ConnectorException(NoWaybill(card));
        if (atHand.TryGetValue(document, out var held) && held.Version == card.Version) return held.Use(time);
        var made = new IndexAtHand(WaybillMarkIndex.Of(WaybillRecords.Read(card.Payload, [])), card.Version, time.GetTimestamp());
        atHand[document] = made;
        while (atHand.Count > rules.WaybillsAtHand && atHand.Where(one => one.Value != made).OrderBy(one => one.Value.UsedAt).Select(one => one.Key).FirstOrDefault() is { } oldest) atHand.TryRemove(oldest, out _);
        return made.Index;
    }

    private static ConnectorError NoWaybill(EgaisDocument card) =>
        new(ConnectorErrorCode.InvalidArguments, $"The document '{card.Id}' is no waybill but {card.Kind}: it has no marks to scan. Name a waybill.")
        {
            MessageRu = $"Документ «{card.Id}» — не накладная ({card.Kind}), сканировать марки в нём нельзя. Укажите накладную.",
            Reason = "PARAMETER_NOT_ALLOWED",
            Offenders = [$"document: '{card.Id}' is {card.Kind}"],
        };
}
