namespace Server.Storage;

/// <summary>What comes of a failed attempt.</summary>
/// <param name="State">Pending for another attempt, in doubt or parked.</param>
/// <param name="Pause">How long another attempt waits.</param>
/// <param name="Counted">Whether the attempt counts: one that its connector had no place for was none.</param>
public sealed record DocumentEventNext(DocumentEventState State, TimeSpan Pause = default, bool Counted = true);
