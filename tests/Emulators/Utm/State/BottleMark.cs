namespace Emulators.Utm;

/// <summary>A mark that the registry knows (register 3).</summary>
/// <param name="Code">The mark.</param>
/// <param name="FsrarId">On whose balance; null when on nobody's: on its way, written off or sold.</param>
/// <param name="F2">Its batch.</param>
public sealed record BottleMark(string Code, string? FsrarId, string F2);
