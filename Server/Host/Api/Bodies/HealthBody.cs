namespace Server.Api;

/// <summary>Whether the server is well; the reason is a word and names of jobs, for nobody needs a key to read it.</summary>
internal sealed record HealthBody(bool Ok, string? Reason);
