namespace Emulators.Utm;

/// <summary>The last number that was given.</summary>
internal sealed record Counter(string Name, long Value);
