namespace Connectors.Egais;

/// <summary>Where goods that are charged on come from (the future F1).</summary>
/// <param name="Quantity">The quantity of the batch.</param>
/// <param name="BottlingDate">When it was bottled.</param>
/// <param name="TtnNumber">The number of the waybill it came with.</param>
/// <param name="TtnDate">The date of that waybill.</param>
internal sealed record StockOrigin(decimal? Quantity, DateOnly? BottlingDate, string? TtnNumber, DateOnly? TtnDate)
{
    public string? FixNumber { get; init; }

    public DateOnly? FixDate { get; init; }
}
