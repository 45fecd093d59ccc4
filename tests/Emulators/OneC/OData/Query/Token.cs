namespace Emulators.OneC;

/// <summary>A token: a name or a mark in <see cref="Text"/>, a literal in <see cref="Value"/>.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, object? Value = null);
