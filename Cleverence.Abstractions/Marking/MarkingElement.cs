namespace Cleverence.Connectivity.Marking;

/// <summary>One field of a code.</summary>
/// <param name="Ai">The application identifier, such as <c>01</c> or <c>3103</c>.</param>
/// <param name="Value">The value as it stands in the code.</param>
public readonly record struct MarkingElement(string Ai, string Value);
