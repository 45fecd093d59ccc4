namespace Cleverence.Connectivity.Marking;

/// <summary>What the storing of a block came to.</summary>
/// <param name="Added">Codes that are new in the table.</param>
/// <param name="Repeated">Codes that this block had already brought.</param>
/// <param name="Conflicts">Codes that another block had brought before: left as they are, kept aside with both blocks' ids, for a person.</param>
public sealed record BlockOutcome(int Added, int Repeated, int Conflicts);
