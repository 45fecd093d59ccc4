namespace Connectors.Egais;

/// <summary>One thing wrong with a document before it is sent.</summary>
/// <param name="Path">Where, such as <c>positions[3].quantity</c>; empty for the document as a whole.</param>
/// <param name="Rule">The rule that it breaks, in English.</param>
/// <param name="RuleRu">The same in Russian.</param>
internal sealed record BuildProblem(string Path, string Rule, string RuleRu);
