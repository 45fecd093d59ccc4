namespace Server.Api;

/// <summary>What came of something asked of a job.</summary>
internal sealed record JobAnswer(bool Ok, string Message, string? RunId);
