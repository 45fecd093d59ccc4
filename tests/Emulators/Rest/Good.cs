namespace Emulators.Rest;

/// <summary>One of the goods.</summary>
public sealed record Good(string Code, string Name, decimal Price, long Left, bool Marked, string? Expires);
