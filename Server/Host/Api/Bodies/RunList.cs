namespace Server.Api;

/// <summary>Runs, newest first.</summary>
internal sealed record RunList(IReadOnlyList<RunBody> Runs);
