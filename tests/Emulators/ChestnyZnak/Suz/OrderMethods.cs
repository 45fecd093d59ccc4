using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Orders are made and closed.</summary>
internal static class OrderMethods
{
    public static IReadOnlyList<Route> Routes { get; } = [new("v3", "POST", "order", Create), new("v3", "POST", "order/close", Close)];

    private static Reply Create(Call call)
    {
        var body = call.Object();
        var order = OrderReader.Read(call, body);
        var signed = StationSignature.Check(call, call.Body);
        CheckQueues(call);
        if (signed) order = OrderProcessing.Begin(call.World, order);
        call.World.Orders.Put(order);
        call.World.Receipts.Put(OrderProcessing.Receipt(call.World, order));
        return Reply.Json(new JsonObject { ["omsId"] = call.Own.OmsId, ["orderId"] = order.OrderId, ["expectedCompleteTimestamp"] = (long)call.Options.OrderDelay.TotalMilliseconds });
    }

    private static Reply Close(Call call)
    {
        var body = call.Object();
        StationSignature.Check(call, call.Body);
        var order = OrderStates.Find(call, body.Need("orderId"));
        var gtin = body.Text("gtin");
        if (gtin is not null && order.Buffers.All(one => one.Gtin != gtin)) throw new RefusalException(404, $"GTIN {gtin} нет в заказе", 1021);
        if (order.Status != "READY") throw new RefusalException(400, $"Заказ в статусе {order.Status} не может быть закрыт", 1022);
        call.World.Orders.Put(OrderProcessing.Close(call.World, order, gtin, "caller"));
        return Reply.Json(new JsonObject { ["omsId"] = call.Own.OmsId });
    }

    private static void CheckQueues(Call call)
    {
        var own = call.World.Orders.Rows.Where(one => one.Inn == call.Own.Inn).ToList();
        if (own.Count(one => one.Status == "READY" && one.Buffers.Any(buffer => buffer.Status is "ACTIVE" or "PENDING")) >= 100) throw new RefusalException(400, "Превышено количество активных заказов (100)", 1030);
        if (own.Count(one => one.Status is "CREATED" or "PENDING" or "APPROVED") >= 100) throw new RefusalException(400, "Превышено количество заказов в очереди (100)", 1031);
    }
}
