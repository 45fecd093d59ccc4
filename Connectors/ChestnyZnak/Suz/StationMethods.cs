using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The station itself: its lists, its receipts, and documents that wait there for a person's signature.</summary>
internal sealed class StationMethods(SuzParts suz, ISigners signers) : Connector
{
    private const string Class = "Suz";

    [ConnectorMethod("Ping", Class = Class, Safety = MethodSafety.Safe, Description = "Whether the station answers, and its versions.")]
    public Task<ConnectorRecord> PingAsync(CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        suz.Client.PingAsync(suz.Find(organisation), cancellationToken);

    [ConnectorMethod("Providers", Class = Class, Aliases = ["СервисПровайдеры"], Safety = MethodSafety.Safe, Description = "The service providers that may make codes.")]
    public async Task<ConnectorTable> ProvidersAsync(CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        ConnectorTable.FromRecords(await suz.Client.ProvidersAsync(suz.Find(organisation), cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("Places", Class = Class, Aliases = ["МестаОсуществленияДеятельности"], Safety = MethodSafety.Safe, Description = "The places of activity of a product group.")]
    public async Task<ConnectorTable> PlacesAsync([ConnectorParameter("productGroup", Aliases = ["pg"])] string productGroup, CancellationToken cancellationToken, int limit = 1000, int skip = 0, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        ConnectorTable.FromRecords(await suz.Client.PlacesAsync(suz.Find(organisation), productGroup, limit, skip, cancellationToken).ConfigureAwait(false));

    [ConnectorMethod("OrderProducts", Class = Class, Aliases = ["ТоварыЗаказа"], Safety = MethodSafety.Safe, Description = "The attributes of an order's products.")]
    public async Task<ConnectorRecord> OrderProductsAsync([ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string orderId, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        await suz.Client.OrderProductsAsync(await suz.OfOrderAsync(SuzIds.Of(orderId), organisation, cancellationToken).ConfigureAwait(false), orderId, cancellationToken).ConfigureAwait(false);

    [ConnectorMethod("Receipts", Class = Class, Aliases = ["Квитанции"], Safety = MethodSafety.Safe, Description = "The receipts of an order, a report or a block.")]
    public async Task<ConnectorTable> ReceiptsAsync([ConnectorParameter("id", Aliases = ["resultDocId"])] string id, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var receipts = await suz.Client.ReceiptsAsync(suz.Find(organisation), id, cancellationToken).ConfigureAwait(false);
        return ConnectorTable.FromRecords(receipts.Select(receipt => new ConnectorRecord
        {
            ["resultDocId"] = receipt.ResultDocId, ["workflow"] = receipt.Workflow, ["source"] = receipt.Source, ["state"] = (long?)receipt.State, ["at"] = receipt.At,
            ["orderId"] = receipt.OrderId, ["productionOrderId"] = receipt.ProductionOrderId, ["docId"] = receipt.DocId, ["quantity"] = receipt.Products.Count == 0 ? null : receipt.Products.Values.Sum(),
        }));
    }

    [ConnectorMethod("Waiting", Class = Class, Aliases = ["ДокументыКПодписанию"], Safety = MethodSafety.Safe, Description = "Documents that wait at the station for a signature: ORDER, UTILISATION_REPORT, AGGREGATION_REPORT, DROPOUT_REPORT or SURPLUS_POSTING.")]
    public async Task<ConnectorTable> WaitingAsync([ConnectorParameter("documentType", Aliases = ["type", "Вид"])] string documentType, CancellationToken cancellationToken, int limit = 1000, int skip = 0, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        ConnectorTable.FromRecords((await suz.Client.WaitingAsync(suz.Find(organisation), documentType, limit, skip, cancellationToken).ConfigureAwait(false)).Select(Of));

    [ConnectorMethod("WaitingContent", Class = Class, Aliases = ["СодержаниеДокументаКПодписанию"], Safety = MethodSafety.Safe, Description = "The bytes of a waiting document, to be signed detached.")]
    public async Task<ConnectorRecord> WaitingContentAsync([ConnectorParameter("docId", Aliases = ["Документ"])] string docId, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var waiting = await suz.Client.WaitingContentAsync(suz.Find(organisation), docId, cancellationToken).ConfigureAwait(false);
        var record = Of(waiting);
        record["content"] = waiting.Content;
        return record;
    }

    [ConnectorMethod("SignWaiting", Class = Class, Aliases = ["ПодписатьДокумент"], Description = "Signs a waiting document: with the detached CMS given, or by the organisation's signer.")]
    public async Task<ConnectorRecord> SignWaitingAsync([ConnectorParameter("docId", Aliases = ["Документ"])] string docId, CancellationToken cancellationToken, [ConnectorParameter("cms", Aliases = ["signature", "Подпись"])] byte[]? cms = null, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var station = suz.Find(organisation);
        var signature = cms ?? await SignAsync(station, docId, cancellationToken).ConfigureAwait(false);
        await suz.Client.SignWaitingAsync(station, docId, signature, cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord { ["docId"] = docId, ["signed"] = true };
    }

    [ConnectorMethod("DeleteWaiting", Class = Class, Aliases = ["УдалитьНеподписанныйДокумент"], Description = "Drops a document that waits for its signature.")]
    public async Task<ConnectorRecord> DeleteWaitingAsync([ConnectorParameter("docId", Aliases = ["Документ"])] string docId, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        await suz.Client.DeleteWaitingAsync(suz.Find(organisation), docId, cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord { ["docId"] = docId, ["deleted"] = true };
    }

    private static ConnectorRecord Of(SuzWaiting waiting) => new()
    {
        ["docId"] = waiting.DocId, ["documentType"] = waiting.Kind, ["productGroup"] = waiting.ProductGroup, ["status"] = waiting.State, ["createdAt"] = waiting.At,
    };

    private async Task<byte[]> SignAsync(SuzStation station, string docId, CancellationToken cancellationToken)
    {
        var content = (await suz.Client.WaitingContentAsync(station, docId, cancellationToken).ConfigureAwait(false)).Content;
        var signer = suz.Znak.Plan.Find(station.Inn).SignerName is { } name ? signers.Find(name) : null;
        var outcome = signer is null ? SignOutcome.Deferred : await signer.SignAsync(content, SignatureForm.Detached, cancellationToken).ConfigureAwait(false);
        return outcome.Cms ?? throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, $"Nobody on this server signs for {station.Inn}. Sign the bytes of WaitingContent and hand the CMS over as cms.")
        {
            MessageRu = $"На сервере никто не подписывает за {station.Inn}. Подпишите содержимое WaitingContent и передайте CMS в cms.",
            Reason = ZnakReasons.NeedsSignature,
        });
    }
}
