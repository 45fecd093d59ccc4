namespace Connectors.ChestnyZnak;

/// <summary>A code in a pack, or the pack that was asked for.</summary>
/// <param name="Code">The code.</param>
/// <param name="Parent">The pack it lies in; null for the one that was asked for.</param>
/// <param name="Depth">0 for the one that was asked for.</param>
internal sealed record AggregateNode(string Code, string? Parent, int Depth);
