namespace Connectors.ChestnyZnak;

/// <summary>One thing wrong with a document before it is sent.</summary>
/// <param name="Field">Where, such as <c>products[3].cis</c>.</param>
/// <param name="Message">What, in English.</param>
/// <param name="MessageRu">The same in Russian.</param>
internal sealed record DocumentProblem(string Field, string Message, string MessageRu);
