using Cleverence.Connectivity.Marking;

namespace Server.Storage;

/// <summary>An intent that waits for a person.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="ParkedAt">Since when.</param>
/// <param name="Reason">Why, with the proof.</param>
public sealed record ParkedIntent(FetchIntent Intent, DateTimeOffset ParkedAt, string? Reason);
