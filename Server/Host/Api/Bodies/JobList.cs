namespace Server.Api;

/// <summary>All jobs, and what is wrong with their file.</summary>
internal sealed record JobList(IReadOnlyList<JobBody> Jobs, IReadOnlyList<string> Problems);
