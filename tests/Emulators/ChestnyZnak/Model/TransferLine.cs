namespace Emulators.ChestnyZnak;

/// <summary>A line of a transfer document.</summary>
/// <param name="Code">КИ, or the quantity line 02…37….</param>
/// <param name="CodeType">EXEMPLARY or OSU.</param>
/// <param name="Name">The goods' name.</param>
/// <param name="Gtin">The GTIN of a quantity line.</param>
/// <param name="Quantity">The quantity of a quantity line.</param>
public sealed record TransferLine(string Code, string CodeType = "EXEMPLARY", string Name = "Товар", string? Gtin = null, string? Quantity = null);
