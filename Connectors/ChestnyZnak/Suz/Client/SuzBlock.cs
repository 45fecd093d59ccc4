namespace Connectors.ChestnyZnak;

/// <summary>A portion of codes that the station remembers to have handed out.</summary>
/// <param name="BlockId">Its id.</param>
/// <param name="At">When; null when the station does not tell.</param>
/// <param name="Quantity">How many codes; -1 when it is not told.</param>
internal sealed record SuzBlock(string BlockId, DateTimeOffset? At, long Quantity);
