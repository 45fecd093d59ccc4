namespace Connectors.ChestnyZnak;

/// <summary>Codes as the station gave them.</summary>
/// <param name="BlockId">The portion's id.</param>
/// <param name="Codes">The codes, letter for letter.</param>
internal sealed record SuzCodes(string BlockId, IReadOnlyList<string> Codes);
