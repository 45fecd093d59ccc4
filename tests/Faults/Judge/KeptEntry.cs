namespace Faults.Judge;

/// <summary>An entry of an out-box as the server's database holds it.</summary>
/// <param name="FsrarId">Whose.</param>
/// <param name="Path">Its address.</param>
/// <param name="Hash">The hash of its bytes.</param>
/// <param name="Stage">How far it is through.</param>
internal sealed record KeptEntry(string FsrarId, string Path, string Hash, string Stage);
