namespace Server.Storage;

/// <summary>The answer to the question whether a call may begin.</summary>
/// <param name="Verdict">What is known of it.</param>
/// <param name="Outcome">The outcome kept, when it is finished.</param>
public sealed record ReplayBegin(ReplayVerdict Verdict, byte[]? Outcome = null);
