namespace Faults.Judge;

/// <summary>A portion of codes as the order station handed it out, whether or not the answer arrived.</summary>
internal sealed record HandedBlock(string OrderId, string BlockId, IReadOnlyList<string> Codes);
