using System.Globalization;

namespace Connectors.Egais;

/// <summary>What differs from a waybill: of marked positions by what was not scanned, of the others by what was counted.</summary>
internal sealed class WaybillDifferences
{
    private readonly List<WaybillDifference> positions = [];
    private readonly List<BuildProblem> problems = [];
    private readonly List<string> uncounted = [];
    private bool isAnythingAccepted;

    private WaybillDifferences()
    {
    }

    /// <summary>The positions that differ.</summary>
    public IReadOnlyList<WaybillDifference> Positions => positions;

    /// <summary>Why no act can be made of it; empty when one can.</summary>
    public IReadOnlyList<BuildProblem> Problems => problems;

    /// <summary>Positions without marks that nobody counted: they are taken as the waybill has them.</summary>
    public IReadOnlyList<string> Uncounted => uncounted;

    /// <summary>The next action that fits: nothing accepted is a refusal, not an act of differences.</summary>
    public string Action => positions.Count == 0 ? "ConfirmReceipt" : isAnythingAccepted ? "ConfirmReceiptDifferences" : "RefuseWaybill";

    public static WaybillDifferences Of(WaybillProgress progress, IReadOnlyDictionary<string, decimal> counted)
    {
        var differences = new WaybillDifferences();
        foreach (var position in progress.Positions) differences.Read(position, counted.TryGetValue(position.Position.Identity, out var count) ? count : null);
        foreach (var unknown in counted.Keys.Where(name => progress.Positions.All(position => position.Position.Identity != name)))
        {
            differences.Problem(unknown, "is no position of the waybill", "такой позиции в накладной нет");
        }

        return differences;
    }

    private void Read(PositionProgress progress, decimal? count)
    {
        var (identity, invoiced) = (progress.Position.Identity, progress.Position.Quantity);
        if (count is { } number && (number < 0 || number > invoiced))
        {
            Problem(identity, Invariant($"{number} was counted, the waybill has {invoiced}; an act cannot express that, put the surplus on balance by an act of charge-on"), Invariant($"посчитано {number}, в накладной {invoiced}; актом это не передать, излишки ставятся на баланс актом постановки"));
            return;
        }

        // A mark of beer has no place in the act, so that a count is as good as scans; and where nobody scanned any, it is not a refusal of them all.
        if (!progress.HasMarks || (progress.IsBeer && (count is not null || progress.Scanned == 0)))
        {
            if (count is null) uncounted.Add(identity);
            Add(new WaybillDifference(identity, invoiced, count ?? invoiced, []));
            return;
        }

        var real = invoiced - progress.Missing.Count;
        if (real < 0) Problem(identity, Invariant($"has more marks that were not scanned ({progress.Missing.Count}) than units ({invoiced})"), Invariant($"несканированных марок ({progress.Missing.Count}) больше, чем единиц ({invoiced})"));
        else if (count is not null && count != real) Problem(identity, Invariant($"{count} was counted, by marks it is {real}; scan the rest, or undo a scan"), Invariant($"посчитано {count}, по маркам {real}; досканируйте или отмените скан"));
        else Add(new WaybillDifference(identity, invoiced, real, progress.IsBeer ? [] : progress.Missing));
    }

    private void Add(WaybillDifference difference)
    {
        if (difference.Real > 0) isAnythingAccepted = true;
        if (difference.Real != difference.Invoiced) positions.Add(difference);
    }

    private void Problem(string position, string rule, string ruleRu) => problems.Add(new BuildProblem($"positions[{position}]", rule, ruleRu));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
