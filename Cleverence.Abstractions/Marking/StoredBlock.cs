namespace Cleverence.Connectivity.Marking;

/// <summary>A block that is stored.</summary>
/// <param name="BlockId">The block's id.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Gtin">The product.</param>
/// <param name="Quantity">How many codes it brought.</param>
/// <param name="StoredAt">When.</param>
public sealed record StoredBlock(string BlockId, string OrderId, string Gtin, int Quantity, DateTimeOffset StoredAt);
