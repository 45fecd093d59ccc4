namespace Connectors.ChestnyZnak;

/// <summary>What a report came to for one code.</summary>
/// <param name="Cis">The code without its check part.</param>
/// <param name="Code">0 is good.</param>
/// <param name="Text">The station's own text.</param>
internal sealed record SuzVerdictOfCode(string Cis, int Code, string? Text);
