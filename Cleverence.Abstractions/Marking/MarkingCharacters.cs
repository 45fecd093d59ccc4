using System.Buffers;

namespace Cleverence.Connectivity.Marking;

/// <summary>The alphabet of codes.</summary>
internal static class MarkingCharacters
{
    public const char Separator = '\u001D';

    /// <summary>The one text for a separator that consists of characters of codes.</summary>
    public const string DoubtfulPlaceholder = "<GS>";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'()*+,-./_:;=<>?";

    public static readonly SearchValues<char> Allowed = SearchValues.Create(Letters + Separator);

    public static readonly SearchValues<char> Values = SearchValues.Create(Letters);

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    // Numbers are short: a plain loop is faster here than a search with vectors.
    public static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character)) return false;
        }

        return true;
    }

    public static bool AreCapitals(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Capitals);

    public static bool IsLatin(char character) => char.IsAsciiLetter(character);

    public static bool IsCyrillic(char character) => character is >= '\u0400' and <= '\u04FF';
}
