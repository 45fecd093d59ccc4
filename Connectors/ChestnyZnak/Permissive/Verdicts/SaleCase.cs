namespace Connectors.ChestnyZnak;

/// <summary>All that a verdict depends on beside the rules.</summary>
/// <param name="Kind">What kind of answer there is.</param>
/// <param name="Facts">What it says of the code; null where it says nothing of it.</param>
internal sealed record SaleCase(SaleAnswerKind Kind, CodeFacts? Facts)
{
    public SaleOperation Operation { get; init; }

    /// <summary>The price in kopecks, where the caller told it.</summary>
    public long? Price { get; init; }

    /// <summary>The moment by the store's clock.</summary>
    public DateTimeOffset Now { get; init; }

    public bool IsReturn => Operation == SaleOperation.Return;
}
