namespace Emulators.OneC;

/// <summary>A reference together with its type, as a composite attribute holds it.</summary>
internal sealed record TypedReference(string Set, Guid Key);
