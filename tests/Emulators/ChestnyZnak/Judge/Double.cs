namespace Emulators.ChestnyZnak;

/// <summary>What came more than once.</summary>
/// <param name="Kind">The document's type, the report's kind, or ORDER.</param>
/// <param name="Ids">The ids that each of them was given.</param>
public sealed record Double(string Kind, IReadOnlyList<string> Ids);
