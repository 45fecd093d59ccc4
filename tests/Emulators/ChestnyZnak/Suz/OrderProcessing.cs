namespace Emulators.ChestnyZnak;

/// <summary>What becomes of orders as time goes by.</summary>
internal static class OrderProcessing
{
    /// <summary>A signed order goes on its way.</summary>
    public static SuzOrder Begin(World world, SuzOrder order) => order with { Status = "PENDING", ReadyAt = world.Now + world.Options.OrderDelay };

    public static void Advance(World world)
    {
        foreach (var one in world.Orders.Rows.Where(one => one.Status is "PENDING" or "APPROVED" && one.ReadyAt <= world.Now).ToList()) world.Orders.Put(Ready(world, one));
        foreach (var one in world.Orders.Rows.Where(one => one.Status == "READY" && one.PaymentType != 1 && Expires(one) <= world.Now).ToList()) world.Orders.Put(Close(world, one, null, "system"));
        if (world.Options.AutoClose != AutoClose.Later) return;
        foreach (var one in world.Orders.Rows.Where(one => one.Status == "READY" && one.ExhaustedAt + world.Options.AutoCloseAfter <= world.Now).ToList()) world.Orders.Put(Close(world, one, null, "system"));
    }

    /// <summary>Until when codes may be taken; those paid for at emission have no end.</summary>
    public static DateTimeOffset Expires(SuzOrder order) => order.Created + TimeSpan.FromDays(ProductGroups.DaysToTakeCodes(order.ProductGroup));

    public static SuzOrder Close(World world, SuzOrder order, string? gtin, string by)
    {
        var buffers = order.Buffers.Select(one => (gtin is not null && one.Gtin != gtin) || one.Status is "CLOSED" or "REJECTED" ? one : one with { Status = "CLOSED", Annulled = Math.Max(0, one.Quantity - one.Passed) }).ToList();
        var done = buffers.All(one => one.Status is "CLOSED" or "REJECTED");
        return order with { Buffers = buffers, Status = done ? "CLOSED" : order.Status, ClosedBy = done ? by : null, ClosedAt = done ? world.Now : null };
    }

    public static SuzReceipt Receipt(World world, SuzOrder order) => new()
    {
        Id = $"order-{order.OrderId}",
        Inn = order.Inn,
        ResultDocId = order.OrderId,
        WorkflowType = "ORDER",
        State = order.Status switch { "DECLINED" => 1, "READY" or "CLOSED" => 0, _ => 2 },
        OrderId = order.OrderId,
        ProductionOrderId = order.ProductionOrderId,
        ProductGroup = order.ProductGroup,
        Created = world.Now,
        Products = order.Buffers.ToDictionary(one => one.Gtin, one => one.Quantity),
    };

    private static SuzOrder Ready(World world, SuzOrder order)
    {
        var buffers = order.Buffers.Select(one => world.Products.Find(one.Gtin)?.DeclineReason is { } reason
            ? one with { Status = "REJECTED", RejectionReason = $"Order declined: {reason}" }
            : one with { Status = "ACTIVE" }).ToList();
        var declined = buffers.All(one => one.Status == "REJECTED");
        var ready = order with { Buffers = buffers, Status = declined ? "DECLINED" : "READY", DeclineReason = declined ? buffers[0].RejectionReason : null };
        world.Receipts.Put(Receipt(world, ready));
        return ready;
    }
}
