using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>Orders of codes: made, looked at, fetched, closed.</summary>
internal sealed class OrderMethods(SuzParts suz) : Connector
{
    private const string Long = "00:10:00";
    private readonly SuzSubmission submission = new(suz.Znak);
    private readonly OrderDraft draft = new(suz.Znak.Plan.Suz.Attributes);
    private readonly OrderQueue queue = new(suz.Znak.Exchange, suz.SubOrders);
    private readonly OrderClosing closing = new(suz);
    private readonly OrderRecovery recovery = new(suz);

    [ConnectorMethod("CreateOrder", Aliases = ["СоздатьЗаказКодов"], TimeLimit = Long, Description = "Orders marking codes; the connector gives the order its own productionOrderId.")]
    public async Task<ConnectorRecord> CreateOrderAsync([ConnectorParameter("order", Aliases = ["Заказ"])] ConnectorRecord order, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, bool unsigned = false)
    {
        var station = suz.Find(organisation);
        var own = Guid.CreateVersion7(suz.Znak.Time.GetUtcNow()).ToString();
        var problems = new DocumentProblems();
        var body = draft.Make(order, own, problems);
        problems.ThrowIfAny("order");
        await queue.CheckAsync(station, cancellationToken).ConfigureAwait(false);
        var result = await submission.SendAsync([suz.Messages.Make(station, SuzOperations.Order, body, own, unsigned)], args, cancellationToken).ConfigureAwait(false);
        var message = (ConnectorRecord)((List<object?>)result["messages"]!)[0]!;
        result["productionOrderId"] = own;
        result["orderId"] = message["requestId"];
        return result;
    }

    [ConnectorMethod("GetOrder", Aliases = ["ПолучитьЗаказКодов"], Safety = MethodSafety.Safe, Description = "An order at the station and here, by its id or by the message that ordered it.")]
    public async Task<ConnectorRecord> GetOrderAsync([ConnectorParameter("orderId", Aliases = ["order", "message", "Заказ"])] string orderId, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        if (await suz.Znak.Exchange.FindMessageAsync(orderId, cancellationToken).ConfigureAwait(false) is { } message)
        {
            if (message.RequestId is not { } given) return SuzSubmission.Of(message);
            orderId = given;
        }

        orderId = SuzIds.Of(orderId);
        var station = await suz.OfOrderAsync(orderId, organisation, cancellationToken).ConfigureAwait(false);
        var buffers = await suz.Client.OrderStatusAsync(station, orderId, null, cancellationToken).ConfigureAwait(false);
        var known = (await suz.SubOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false)).ToDictionary(one => one.Gtin, StringComparer.Ordinal);
        var products = new List<object?>();
        foreach (var buffer in buffers)
        {
            var blocks = await suz.Znak.Codes.BlocksAsync(orderId, buffer.Gtin, cancellationToken).ConfigureAwait(false);
            products.Add(OrderRecords.Of(buffer, known.GetValueOrDefault(buffer.Gtin), blocks));
        }

        return new ConnectorRecord { ["orderId"] = orderId, ["organisation"] = station.Inn, ["products"] = products };
    }

    [ConnectorMethod("ListOrders", Aliases = ["ЗаказыКодов"], Safety = MethodSafety.Safe, Description = "The orders whose codes are still to be fetched.")]
    public async Task<ConnectorTable> ListOrdersAsync(CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var stations = string.IsNullOrWhiteSpace(organisation) ? SuzStations.All(suz.Znak.Plan) : [suz.Find(organisation)];
        var rows = new List<ConnectorRecord>();
        foreach (var station in stations) rows.AddRange((await suz.SubOrders.OpenAsync(station.OmsId, cancellationToken).ConfigureAwait(false)).Select(OrderRecords.Of));
        return ConnectorTable.FromRecords(rows);
    }

    [ConnectorMethod("FetchMarkingCodes", Aliases = ["ПолучитьКодыМаркировки"], TimeLimit = Long, Description = "Fetches newly issued codes of all organisations; the job calls it.")]
    public Task<ConnectorRecord> FetchMarkingCodesAsync(ICallFeedback feedback, CancellationToken cancellationToken) => suz.Jobs.RunAsync(feedback, cancellationToken);

    [ConnectorMethod("FetchOrder", Aliases = ["ПолучитьКодыЗаказа"], TimeLimit = Long, Description = "Fetches the codes of one order now, all or as many as are wanted of each product.")]
    public async Task<ConnectorRecord> FetchOrderAsync([ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string orderId, ICallFeedback feedback, CancellationToken cancellationToken, long? count = null, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        await suz.Jobs.RunOrderAsync(await suz.OfOrderAsync(SuzIds.Of(orderId), organisation, cancellationToken).ConfigureAwait(false), SuzIds.Of(orderId), count, feedback, cancellationToken).ConfigureAwait(false);

    [ConnectorMethod("CloseOrder", Aliases = ["ЗакрытьЗаказКодов"], TimeLimit = Long, Description = "Closes an order or one product of it, after its codes are compared; codes that were not taken are annulled only with annulUnused.")]
    public Task<ConnectorRecord> CloseOrderAsync([ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string orderId, InvokeArgs args, CancellationToken cancellationToken, string? gtin = null, bool annulUnused = false, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        closing.CloseAsync(SuzIds.Of(orderId), gtin, annulUnused, organisation, args, cancellationToken);

    [ConnectorMethod("ResumeOrder", Aliases = ["ПродолжитьПолучениеКодов"], Description = "A person has looked at an order that waits for him: fetching goes on. takenElsewhere says how many codes were taken in the personal account.")]
    public Task<ConnectorTable> ResumeOrderAsync([ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string orderId, CancellationToken cancellationToken, string? gtin = null, long takenElsewhere = 0, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        recovery.ResumeAsync(SuzIds.Of(orderId), gtin, takenElsewhere, organisation, cancellationToken);

    [ConnectorMethod("EndOrder", Aliases = ["ЗавершитьПолучениеКодов"], Description = "Ends an order or one product of it that cannot go on, such as one the station does not know any more; nothing more is fetched for it. The station is not told.")]
    public Task<ConnectorTable> EndOrderAsync([ConnectorParameter("orderId", Aliases = ["order", "Заказ"])] string orderId, [ConnectorParameter("reason", Aliases = ["Причина"])] string reason, InvokeArgs args, CancellationToken cancellationToken, string? gtin = null, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        recovery.EndAsync(SuzIds.Of(orderId), gtin, reason, organisation, CallRun.UserOf(args), cancellationToken);

    [ConnectorMethod("RecoverOrders", Aliases = ["ВосстановитьЗаказыКодов"], Description = "The last resort after lost answers: reads the station's whole list of orders once, takes up unknown ones of a profile that is ours alone, and finds those of uncertain messages.")]
    public Task<ConnectorRecord> RecoverOrdersAsync(InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null) =>
        recovery.RecoverAsync(suz.Find(organisation), CallRun.UserOf(args), cancellationToken);
}
