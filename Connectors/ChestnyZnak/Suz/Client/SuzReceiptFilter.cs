namespace Connectors.ChestnyZnak;

/// <summary>Which receipts to look for. A window of dates is at most seven days wide.</summary>
internal sealed record SuzReceiptFilter
{
    public IReadOnlyList<string> OrderIds { get; init; } = [];

    public IReadOnlyList<string> ProductionOrderIds { get; init; } = [];

    public IReadOnlyList<string> Workflows { get; init; } = [];

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }
}
