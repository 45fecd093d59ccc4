namespace Connectors.Transport.Arguments;

/// <summary>Why a value cannot be taken, to be read after the parameter's name: <c>'a b' is not part of a path</c>.</summary>
/// <param name="Text">In English.</param>
/// <param name="TextRu">In Russian.</param>
public sealed record ArgumentProblem(string Text, string TextRu);
