namespace Cleverence.Connectivity.Marking;

/// <summary>Codes as the order station handed them out.</summary>
/// <param name="BlockId">The block's id.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Gtin">The product.</param>
/// <param name="Codes">The codes, byte for byte.</param>
public sealed record CodeBlock(string BlockId, string OrderId, string Gtin, IReadOnlyList<string> Codes);
