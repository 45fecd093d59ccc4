namespace Emulators.ChestnyZnak;

/// <summary>Faults that know what codes are.</summary>
internal static class CodeFaults
{
    /// <summary>A block that is given once more in place of a new one.</summary>
    public static CodeBlock? Before(Call call, SuzOrder order, string gtin)
    {
        if (call.Fault?.Kind == FaultKind.ClosedByOther) CloseByOther(call, order);
        if (call.Fault?.Kind is not (FaultKind.DuplicateBlock or FaultKind.DuplicateCodes)) return null;
        if (call.World.Blocks.Of(order.OrderId).LastOrDefault(one => one.Gtin == gtin) is not { } last) return null;
        return call.Fault.Kind == FaultKind.DuplicateBlock ? last : last with { BlockId = Guid.NewGuid().ToString() };
    }

    public static int Quantity(Fault? fault, int asked) => fault?.Kind switch
    {
        FaultKind.FewerCodes => Math.Min(asked, fault.Count ?? Math.Max(1, asked / 2)),
        FaultKind.MoreCodes => asked + (fault.Count ?? 1),
        _ => asked,
    };

    public static void After(Call call, SuzOrder order)
    {
        var now = call.World.Orders.Find(order.OrderId)!;
        if (call.Fault?.Kind == FaultKind.ClosedByOtherAfter) CloseByOther(call, now);
        if (call.Fault?.Kind == FaultKind.AutoClose && now.ExhaustedAt is not null && now.Status == "READY") call.World.Orders.Put(OrderProcessing.Close(call.World, now, null, "system"));
    }

    private static void CloseByOther(Call call, SuzOrder order) => call.World.Orders.Put(OrderProcessing.Close(call.World, order, null, "somebody else"));
}
