namespace Emulators.OneC;

/// <summary>Kinds of tokens in filters and keys.</summary>
internal enum TokenKind
{
    Name,
    Literal,
    Mark,
    End,
}
