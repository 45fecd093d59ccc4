namespace Faults.Judge;

/// <summary>An entry that was removed from an out-box.</summary>
/// <param name="FsrarId">Whose.</param>
/// <param name="Path">Its address.</param>
/// <param name="Hash">The hash of its bytes, as the server keeps it.</param>
internal sealed record RemovedEntry(string FsrarId, string Path, string Hash);
