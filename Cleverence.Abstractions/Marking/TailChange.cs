namespace Cleverence.Connectivity.Marking;

/// <summary>A code whose tail is to be cleaned away.</summary>
/// <param name="Text">The code as it stands in the table.</param>
/// <param name="Cis">The identification code that takes its place.</param>
public sealed record TailChange(string Text, string Cis);
