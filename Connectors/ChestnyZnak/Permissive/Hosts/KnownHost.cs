namespace Connectors.ChestnyZnak;

/// <summary>A host of the permissive mode.</summary>
/// <param name="Address">Its address.</param>
/// <param name="AverageMilliseconds">The time it says it takes on average; null when it does not feel well.</param>
internal sealed record KnownHost(Uri Address, long? AverageMilliseconds);
