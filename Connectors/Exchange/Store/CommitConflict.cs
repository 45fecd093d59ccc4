namespace Connectors.Exchange;

/// <summary>A guard of a commit that did not hold: somebody else was there first.</summary>
/// <param name="What">What it guarded: <c>message</c>, <c>document</c>, <c>incoming</c>, <c>record</c>.</param>
/// <param name="Key">Which one.</param>
public sealed record CommitConflict(string What, string Key);
