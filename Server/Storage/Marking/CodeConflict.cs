namespace Server.Storage;

/// <summary>A code that a second block brought, kept aside for a person.</summary>
/// <param name="Text">The code byte for byte, as the second block brought it.</param>
/// <param name="Cis">Its identification code.</param>
/// <param name="Gtin">The product.</param>
/// <param name="OrderId">The order of the second block.</param>
/// <param name="BlockId">The second block.</param>
/// <param name="OtherBlockId">The block that had brought it before; null when it had come from elsewhere.</param>
/// <param name="FoundAt">When.</param>
public sealed record CodeConflict(string Text, string Cis, string Gtin, string OrderId, string BlockId, string? OtherBlockId, DateTimeOffset FoundAt);
