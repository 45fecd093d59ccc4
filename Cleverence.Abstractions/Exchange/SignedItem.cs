namespace Cleverence.Connectivity.Exchange;

/// <summary>A signature brought back by a person.</summary>
/// <param name="ItemId">The id of the <see cref="SigningItem"/>.</param>
/// <param name="Cms">CMS SignedData, DER.</param>
public sealed record SignedItem(string ItemId, byte[] Cms);
