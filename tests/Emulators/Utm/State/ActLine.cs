namespace Emulators.Utm;

/// <summary>What an act moved.</summary>
/// <param name="F2">The batch; null for the shop.</param>
/// <param name="AlcCode">The product.</param>
/// <param name="Quantity">How much came; less than zero for what went.</param>
/// <param name="Marks">The marks that came or went.</param>
public sealed record ActLine(string? F2, string AlcCode, decimal Quantity, IReadOnlyList<string> Marks);
