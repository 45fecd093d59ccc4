namespace Connectors.ChestnyZnak;

/// <summary>The table of verdicts: rows are tried in order, the first that fits decides. Pure.</summary>
internal static class VerdictTable
{
    /// <summary>The rows for answers of the system.</summary>
    public static IReadOnlyList<VerdictRow> Rows { get; } =
    [
        new(1, SaleReason.Emergency, static (one, _) => one.Kind == SaleAnswerKind.Emergency ? SaleVerdict.Sell : null),
        new(2, SaleReason.NoAnswer, static (one, rules) => IsNoAnswer(one) ? rules.OnNoAnswer : null),
        new(3, SaleReason.CrossBorder, static (one, rules) => one.Kind == SaleAnswerKind.CrossBorder ? rules.OnCrossBorder : null),
        new(4, SaleReason.Blocked, static (one, _) => Stop(one.Facts!.Blocked == true)),
        new(5, SaleReason.NotFound, static (one, _) => Stop(one.Facts!.ErrorCode == 10 || one.Facts.Found == false)),
        new(6, SaleReason.BadCode, static (one, _) => Stop((one.Facts!.ErrorCode ?? 0) != 0 || one.Facts.Valid == false)),
        new(7, SaleReason.BadSignature, static (one, rules) => Stop(one.Facts!.Verified == false && !one.Facts.Groups.Any(rules.UnverifiedGroups.Contains))),
        new(8, SaleReason.NotApplied, static (one, _) => Stop(!one.IsReturn && one.Facts!.Utilised == false)),
        new(9, SaleReason.AlreadySold, static (one, _) => Stop(!one.IsReturn && one.Facts!.Sold == true && IsSoldOut(one.Facts))),
        new(10, SaleReason.NotInCirculation, static (one, _) => Stop(!one.IsReturn && one.Facts is { Realizable: false, Sold: false })),
        new(11, SaleReason.Expired, static (one, _) => Stop(!one.IsReturn && one.Facts!.ExpireDate < one.Now)),
        new(12, SaleReason.GrayZone, static (one, rules) => one.Facts!.GrayZone == true ? Unless(rules.GrayZoneOf(one.Facts.Groups)) : null),
        new(13, SaleReason.PriceTooHigh, static (one, _) => Stop(one.Price > one.Facts!.MaxPrice)),
        new(13, SaleReason.PriceTooLow, static (one, _) => Stop(one.Price < one.Facts!.MinPrice)),
        new(14, SaleReason.Ok, static (_, _) => SaleVerdict.Sell),
    ];

    /// <summary>The rows for answers of the local module, which lack most flags by design.</summary>
    public static IReadOnlyList<VerdictRow> LocalRows { get; } =
    [
        new(2, SaleReason.NoAnswer, static (one, rules) => one.Facts?.Blocked is null ? rules.OnNoAnswer : null),
        new(4, SaleReason.Blocked, static (one, _) => Stop(one.Facts!.Blocked == true)),
        new(9, SaleReason.AlreadySold, static (one, _) => Stop(!one.IsReturn && one.Facts!.Sold == true)),
        new(12, SaleReason.GrayZone, static (one, rules) => one.Facts!.GrayZone == true ? Unless(rules.GrayZoneOf(one.Facts.Groups)) : null),
        new(14, SaleReason.Ok, static (_, _) => SaleVerdict.Sell),
    ];

    public static SaleDecision Decide(SaleCase one, VerdictRules rules)
    {
        foreach (var row in one.Kind == SaleAnswerKind.CheckedLocally ? LocalRows : Rows)
        {
            if (row.Decide(one, rules) is { } verdict) return new SaleDecision(verdict, row.Reason);
        }

        throw new InvalidOperationException("The last row fits every case.");
    }

    private static bool IsNoAnswer(SaleCase one) => one.Kind == SaleAnswerKind.None || (one.Kind == SaleAnswerKind.Checked && one.Facts is not { IsComplete: true });

    // Goods sold in parts count as sold only when no part is left.
    private static bool IsSoldOut(CodeFacts facts) => facts.InnerUnits is null || facts.SoldUnits >= facts.InnerUnits;

    private static SaleVerdict? Stop(bool fits) => fits ? SaleVerdict.DoNotSell : null;

    // A grey zone that the settings allow does not hide the price behind it.
    private static SaleVerdict? Unless(SaleVerdict verdict) => verdict == SaleVerdict.Sell ? null : verdict;
}
