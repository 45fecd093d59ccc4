namespace Emulators.ChestnyZnak;

/// <summary>A portion of codes that was handed out.</summary>
/// <param name="BlockId">Its id.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Gtin">The GTIN.</param>
/// <param name="Given">When.</param>
/// <param name="Codes">The codes, complete.</param>
public sealed record CodeBlock(string BlockId, string OrderId, string Gtin, DateTimeOffset Given, IReadOnlyList<string> Codes);
