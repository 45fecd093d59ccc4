namespace Connectors.ChestnyZnak;

/// <summary>One call of a till.</summary>
/// <param name="Store">The store.</param>
/// <param name="Lines">What was scanned.</param>
/// <param name="Operation">What is about to happen.</param>
internal sealed record SaleCall(SaleStore Store, IReadOnlyList<SaleLine> Lines, SaleOperation Operation)
{
    public string? FiscalDrive { get; init; }

    /// <summary>How long the network part may take.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>Who asked, for the journal.</summary>
    public string? User { get; init; }
}
