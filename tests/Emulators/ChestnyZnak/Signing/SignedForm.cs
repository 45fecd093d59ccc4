namespace Emulators.ChestnyZnak;

/// <summary>What a signature turned out to be.</summary>
/// <param name="Attached">It holds the data it signs.</param>
/// <param name="Data">The data of an attached one.</param>
/// <param name="Fits">It is right for its data.</param>
/// <param name="Inn">Whose it is, where it tells.</param>
internal sealed record SignedForm(bool Attached, byte[] Data, bool Fits, string? Inn);
