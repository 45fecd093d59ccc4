using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Codes are handed out, and blocks of them read once more.</summary>
internal static class CodeMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "GET", "codes", Codes), new("v3", "GET", "order/codes/blocks", Blocks), new("v3", "GET", "order/codes/retry", Retry),
    ];

    // Each success hands out new codes: this is no reading.
    private static Reply Codes(Call call)
    {
        StationSignature.Check(call, System.Text.Encoding.UTF8.GetBytes(call.Target));
        var order = OrderStates.Find(call, call.Need("orderId"));
        var gtin = call.Need("gtin");
        var quantity = call.Need("quantity") is var _ ? call.Number("quantity", 0, 1, 150_000) : 0;
        if (CodeFaults.Before(call, order, gtin) is { } again) return Answer(call, again);
        order = OrderStates.Find(call, order.OrderId);
        var buffer = OrderStates.Buffer(order, gtin);
        if (buffer.Status != "ACTIVE") throw new RefusalException(400, $"Коды недоступны: буфер в статусе {buffer.Status}", 1060);
        var block = CodeIssue.Issue(call.World, order, buffer, CodeFaults.Quantity(call.Fault, quantity), call.Fault);
        CodeFaults.After(call, order);
        return Answer(call, block);
    }

    private static Reply Blocks(Call call)
    {
        var order = Open(call, call.Need("orderId"), call.Need("gtin"));
        var gtin = call.Need("gtin");
        var blocks = call.World.Blocks.Of(order.OrderId).Where(one => one.Gtin == gtin);
        return Reply.Json(new JsonObject
        {
            ["omsId"] = call.Own.OmsId,
            ["orderId"] = order.OrderId,
            ["gtin"] = gtin,
            ["blocks"] = blocks.Select(one => new JsonObject
            {
                ["blockId"] = one.BlockId,
                ["blockDateTime"] = call.Options.BlockTimesInSeconds ? one.Given.ToUnixTimeSeconds() : one.Given.ToUnixTimeMilliseconds(),
                ["quantity"] = one.Codes.Count,
            }).Of(),
        });
    }

    private static Reply Retry(Call call)
    {
        var blockId = call.Need("blockId");
        var block = call.World.Blocks.Find(blockId) ?? throw new RefusalException(404, $"Блок {blockId} не найден", 1061);
        Open(call, block.OrderId, block.Gtin);
        return Answer(call, block);
    }

    // Blocks are there only while the suborder is not closed.
    private static SuzOrder Open(Call call, string orderId, string gtin)
    {
        var order = OrderStates.Find(call, orderId);
        var buffer = OrderStates.Buffer(order, gtin);
        return buffer.Status is "ACTIVE" or "EXHAUSTED" ? order : throw new RefusalException(400, $"Блоки недоступны: буфер в статусе {buffer.Status}", 1062);
    }

    private static Reply Answer(Call call, CodeBlock block) =>
        Reply.Json(new JsonObject { ["omsId"] = call.Own.OmsId, ["codes"] = block.Codes.Of(), ["blockId"] = block.BlockId });
}
