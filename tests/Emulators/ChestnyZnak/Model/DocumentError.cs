namespace Emulators.ChestnyZnak;

/// <summary>What is wrong with a document.</summary>
/// <param name="Code">The number.</param>
/// <param name="Message">The text.</param>
/// <param name="Object">The code or field it is about.</param>
public sealed record DocumentError(string Code, string Message, string? Object);
