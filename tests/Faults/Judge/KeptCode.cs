namespace Faults.Judge;

/// <summary>A row of the table of codes.</summary>
internal sealed record KeptCode(string Text, string Cis, string OrderId, string BlockId);
