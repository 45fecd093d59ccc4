using System.Text.Json;

namespace ServerJobs;

/// <summary>An entry of the job file as it is written now.</summary>
/// <param name="Revision">The revision of the whole file; a change names it.</param>
/// <param name="Entry">The entry; null when the file has none of this id.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record JobsFileView(string Revision, JsonElement? Entry, IReadOnlyList<JobsProblem> Problems);
