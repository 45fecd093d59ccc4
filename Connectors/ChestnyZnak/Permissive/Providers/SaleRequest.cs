namespace Connectors.ChestnyZnak;

/// <summary>Codes to ask about.</summary>
/// <param name="Store">The store.</param>
/// <param name="Codes">The codes, each once.</param>
/// <param name="FiscalDrive">The number of the fiscal drive; null where it is not known.</param>
internal sealed record SaleRequest(SaleStore Store, IReadOnlyList<SaleCode> Codes, string? FiscalDrive);
