namespace Emulators.ChestnyZnak;

/// <summary>What a report or document came to for one code.</summary>
/// <param name="Cis">КИ.</param>
/// <param name="Code">0 is good.</param>
/// <param name="Description">The reason otherwise.</param>
public sealed record CodeVerdict(string Cis, int Code, string? Description);
