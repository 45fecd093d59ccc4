using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Orders as they stand.</summary>
internal static class OrderStates
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "GET", "order/status", Status), new("v3", "GET", "order/list", List), new("v3", "GET", "order/product", Products),
    ];

    public static SuzOrder Find(Call call, string orderId) =>
        call.World.Orders.Find(call.Options.RefuseUpperCaseUuid ? orderId : orderId.ToLowerInvariant()) is { } order && order.Inn == call.Own.Inn ? order : throw new RefusalException(404, $"Заказ {orderId} не найден", 1020);

    public static OrderBuffer Buffer(SuzOrder order, string gtin) => order.Buffers.FirstOrDefault(one => one.Gtin == gtin) ?? throw new RefusalException(404, $"GTIN {gtin} нет в заказе", 1021);

    private static Reply Status(Call call)
    {
        var order = Find(call, call.Need("orderId"));
        var buffers = call.Ask("gtin") is { } gtin ? [Buffer(order, gtin)] : order.Buffers;
        return Reply.Json(buffers.Select(one => Info(call, order, one)).Of());
    }

    private static Reply List(Call call) => Reply.Json(new JsonObject
    {
        ["omsId"] = call.Own.OmsId,
        ["orderInfos"] = call.World.Orders.Rows.Where(one => one.Inn == call.Own.Inn).Select(order => Whole(call, order)).Of(),
    });

    private static Reply Products(Call call)
    {
        var order = Find(call, call.Need("orderId"));
        var map = new JsonObject();
        foreach (var one in order.Buffers)
        {
            var card = call.World.Products.Find(one.Gtin);
            map[one.Gtin] = new JsonObject { ["name"] = card?.Name, ["brand"] = card?.Brand, ["tnved"] = card?.TnVed };
        }

        return Reply.Json(map);
    }

    private static JsonObject Whole(Call call, SuzOrder order) => new()
    {
        ["orderId"] = order.OrderId,
        ["orderStatus"] = order.Status,
        ["createdTimestamp"] = order.Created.ToUnixTimeMilliseconds(),
        ["productGroup"] = order.ProductGroup,
        ["buffers"] = order.Buffers.Select(one => Info(call, order, one)).Of(),
        ["declineReason"] = order.DeclineReason,
        ["productionOrderId"] = order.ProductionOrderId,
        ["paymentType"] = order.PaymentType,
    };

    private static JsonObject Info(Call call, SuzOrder order, OrderBuffer buffer)
    {
        var counted = buffer.Status is not ("PENDING" or "REJECTED");
        var left = buffer.Status == "CLOSED" ? 0 : Math.Max(0, buffer.Quantity - buffer.Passed);
        var expires = OrderProcessing.Expires(order).ToUnixTimeMilliseconds();
        return new JsonObject
        {
            ["gtin"] = buffer.Gtin,
            ["bufferStatus"] = buffer.Status,
            ["totalCodes"] = counted ? buffer.Quantity : -1,
            ["totalPassed"] = counted ? buffer.Passed : -1,
            ["availableCodes"] = counted ? left : -1,
            ["leftInBuffer"] = counted ? Math.Min(left, call.Options.LocalBuffer) : -1,
            ["unavailableCodes"] = counted ? 0 : -1,
            ["poolsExhausted"] = counted && left <= call.Options.LocalBuffer,
            ["rejectionReason"] = buffer.RejectionReason,
            ["expiredDate"] = call.Options.NumbersAsText ? expires.ToString(CultureInfo.InvariantCulture) : expires,
            ["productionOrderId"] = order.ProductionOrderId,
            ["cisType"] = buffer.CisType,
            ["templateId"] = buffer.TemplateId,
        };
    }
}
