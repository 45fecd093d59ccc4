namespace Connectors.Hosting;

/// <summary>One sentence for people, in both languages.</summary>
/// <param name="En">In English.</param>
/// <param name="Ru">In Russian.</param>
public sealed record Sentence(string En, string Ru);
