namespace Faults.Judge;

/// <summary>
/// Judges what became of marking codes: every code that was handed out is in the table exactly once, or its loss is proven and a person called;
/// nothing is there that nobody handed out; no order is stuck.
/// </summary>
/// <param name="handed">All portions that were handed out.</param>
/// <param name="kept">The table of codes.</param>
internal sealed class CodesJudge(IReadOnlyList<HandedBlock> handed, IReadOnlyList<KeptCode> kept)
{
    private readonly ILookup<string, HandedBlock> blocks = handed.ToLookup(block => block.OrderId);
    private readonly ILookup<string, KeptCode> rows = kept.ToLookup(code => code.OrderId);
    private readonly ILookup<string, KeptCode> byText = kept.ToLookup(code => code.Text);
    private readonly Dictionary<string, int> byCis = kept.CountBy(code => code.Cis).ToDictionary();

    /// <returns>What is wrong with an order.</returns>
    public IReadOnlyList<string> Judge(OrderEnd order)
    {
        var failures = new List<string>();
        foreach (var block in blocks[order.OrderId]) Lost(order, block, failures);
        Invented(order, failures);
        var twice = rows[order.OrderId].Count(code => byCis[code.Cis] > 1);
        if (twice > 0) failures.Add($"{twice} codes of order {order.OrderId} are in the table twice");
        Stuck(order, failures);
        return failures;
    }

    private void Lost(OrderEnd order, HandedBlock block, List<string> failures)
    {
        if (order.Proof.Contains(block.BlockId, StringComparison.Ordinal)) return;
        var missing = block.Codes.Count(code => !byText[code].Any());
        if (missing > 0) failures.Add($"{missing} of {block.Codes.Count} codes of block {block.BlockId} of order {order.OrderId} are lost without a proof");
        var astray = block.Codes.SelectMany(code => byText[code]).Count(code => code.OrderId != order.OrderId || code.BlockId != block.BlockId);
        if (astray > 0) failures.Add($"{astray} codes of block {block.BlockId} of order {order.OrderId} stand under another order or block");
    }

    private void Invented(OrderEnd order, List<string> failures)
    {
        var known = blocks[order.OrderId].SelectMany(block => block.Codes).ToHashSet(StringComparer.Ordinal);
        var invented = rows[order.OrderId].Count(code => !known.Contains(code.Text));
        if (invented > 0) failures.Add($"{invented} codes of order {order.OrderId} are in the table that nobody handed out");
    }

    private void Stuck(OrderEnd order, List<string> failures)
    {
        if (!order.Final && order.Proof.Length == 0) failures.Add($"order {order.OrderId} is stuck: neither done nor is anybody called");
        if (order.OpenIntents > 0) failures.Add($"order {order.OrderId} has {order.OpenIntents} requests whose fate is open");
        if (order.Annulled > 0) failures.Add($"{order.Annulled} codes of order {order.OrderId} were annulled by its closing");
        var here = rows[order.OrderId].Count();
        if (order.Final && order.Proof.Length == 0 && here != order.Ordered) failures.Add($"order {order.OrderId} is called done with {here} codes of {order.Ordered}");
    }
}
