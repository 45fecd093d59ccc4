namespace Emulators.ChestnyZnak;

/// <summary>Makes the codes of a portion and enters them in the register.</summary>
internal static class CodeIssue
{
    public static CodeBlock Issue(World world, SuzOrder order, OrderBuffer buffer, int quantity, Fault? fault)
    {
        // More than were ordered comes only where a fault says so.
        var count = fault?.Kind == FaultKind.MoreCodes ? quantity : Math.Min(quantity, buffer.Quantity - buffer.Passed);
        var template = CodeTemplate.Of(buffer.TemplateId)!;
        var codes = Enumerable.Range(buffer.Passed, count).Select(at => Fresh(world, template, buffer, at)).ToList();
        if (fault?.Kind == FaultKind.ForeignGtin) codes[^1] = CodeMint.Make(template, Gtins.Complete("0299999999999"), buffer.MaxPrice);
        var block = new CodeBlock(Guid.NewGuid().ToString(), order.OrderId, buffer.Gtin, world.Now, codes);
        world.Blocks.Put(block);
        world.Codes.Put([.. codes.Select(full => Entry(world, order, buffer, full))]);
        world.Orders.Put(Passed(world, order, buffer, count));
        world.Receipts.Put(Receipt(order, block));
        return block;
    }

    public static SuzReceipt Receipt(SuzOrder order, CodeBlock block) => new()
    {
        Id = $"block-{block.BlockId}",
        Inn = order.Inn,
        ResultDocId = block.BlockId,
        WorkflowType = "GET_CODES",
        OrderId = order.OrderId,
        ProductionOrderId = order.ProductionOrderId,
        ProductGroup = order.ProductGroup,
        Created = block.Given,
        Products = new Dictionary<string, int> { [block.Gtin] = block.Codes.Count },
        DocId = block.BlockId,
        Content = new System.Text.Json.Nodes.JsonObject { ["codes"] = block.Codes.Select(CodeText.CisOf).Of() }.ToJsonString(),
    };

    private static string Fresh(World world, CodeTemplate template, OrderBuffer buffer, int at)
    {
        while (true)
        {
            var serial = buffer.SerialNumbers is { } given && at < given.Count ? given[at] : null;
            var code = CodeMint.Make(template, buffer.Gtin, buffer.MaxPrice, serial);
            if (serial is not null || world.Codes.Find(CodeText.CisOf(code)) is null) return code;
        }
    }

    private static MarkedCode Entry(World world, SuzOrder order, OrderBuffer buffer, string full)
    {
        var applied = ProductGroups.AppliesItself(order.ProductGroup);
        return new MarkedCode
        {
            Cis = CodeText.CisOf(full),
            Full = full,
            Gtin = CodeText.GtinOf(full),
            ProductGroup = order.ProductGroup,
            OwnerInn = order.Inn,
            ProducerInn = order.Inn,
            Status = applied ? "APPLIED" : "EMITTED",
            PackageType = buffer.CisType,
            OrderId = order.OrderId,
            Emitted = world.Now,
            Applied = applied ? world.Now : null,
        };
    }

    private static SuzOrder Passed(World world, SuzOrder order, OrderBuffer buffer, int count)
    {
        var passed = buffer with { Passed = buffer.Passed + count };
        if (passed.Passed >= passed.Quantity) passed = passed with { Status = "EXHAUSTED" };
        var next = order with { Buffers = [.. order.Buffers.Select(one => one.Gtin == buffer.Gtin ? passed : one)] };
        if (next.Buffers.Any(one => one.Status is "ACTIVE" or "PENDING")) return next;
        next = next with { ExhaustedAt = world.Now };
        return world.Options.AutoClose == AutoClose.OnLastCode ? OrderProcessing.Close(world, next, null, "system") : next;
    }
}
