namespace Emulators.Utm;

/// <summary>A product in a place's shop (register 2).</summary>
/// <param name="FsrarId">Whose.</param>
/// <param name="AlcCode">The product.</param>
/// <param name="Quantity">How much.</param>
public sealed record ShopStock(string FsrarId, string AlcCode, decimal Quantity);
