namespace Connectors.Hosting;

/// <summary>A replaced generation of a plugin that is still in memory.</summary>
/// <param name="Number">Its number.</param>
/// <param name="HeldBy">What holds it, where that can be told; empty when something unknown does, such as an event, a timer or a cache.</param>
public sealed record RetainedGeneration(int Number, IReadOnlyList<string> HeldBy);
