using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Server.Storage;

/// <summary>Texts as PostgreSQL takes them. Foreign error texts may hold a zero character, or half of a character where somebody cut them.</summary>
internal static class StorableText
{
    private const char Unreadable = '\uFFFD';
    private static readonly SearchValues<char> Doubtful = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\0']);

    /// <summary>Leaves zero characters out and puts a replacement character in the place of each half of one.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny(Doubtful) is var first && first < 0) return text;
        var clean = text.ToCharArray();
        for (var at = first; at < clean.Length; at++)
        {
            if (!char.IsSurrogate(clean[at])) continue;
            if (at + 1 < clean.Length && char.IsSurrogatePair(clean[at], clean[at + 1])) at++;
            else clean[at] = Unreadable;
        }

        return new string(clean).Replace("\0", "", StringComparison.Ordinal);
    }
}
