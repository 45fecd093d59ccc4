namespace Connectors.Egais;

/// <summary>An act about a waybill: of our consignee, or an echo of our own.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="RegId">The waybill's registry number.</param>
internal sealed record WaybillActBody(ActVerdict Verdict, string RegId)
{
    public string? Identity { get; init; }

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Note { get; init; }

    /// <summary><c>IsChange</c> or <c>NotChange</c>; null when the act does not say.</summary>
    public string? ChangeOwnership { get; init; }

    /// <summary>What differs; an act of differences may list equal positions too.</summary>
    public IReadOnlyList<ActPosition> Positions { get; init; } = [];
}
