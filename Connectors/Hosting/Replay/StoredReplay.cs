namespace Connectors.Hosting;

/// <summary>What a replay store knows of a request id.</summary>
/// <param name="State">Which of the four cases it is.</param>
/// <param name="Outcome">The kept outcome, where there is one.</param>
public sealed record StoredReplay(StoredReplayState State, byte[]? Outcome = null);
