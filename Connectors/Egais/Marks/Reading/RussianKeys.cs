namespace Connectors.Egais;

/// <summary>What a scanner meant that typed its text in the Russian keyboard layout.</summary>
internal static class RussianKeys
{
    private const string Letters = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ";
    private const string Keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~";

    // Signs that lie on other keys in that layout. Where Latin letters stand beside the Cyrillic ones the layout changed half way, and a sign may be from either.
    private const string Signs = ".,\"№;:?";
    private const string SignKeys = "/?@#$^&";

    /// <summary>Whether a text holds a Cyrillic letter.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0400', '\u052F');

    /// <summary>The text with the keys of the English layout.</summary>
    public static string Mend(string text)
    {
        var isMixed = text.Any(char.IsAsciiLetter);
        return string.Create(text.Length, (text, isMixed), static (mended, source) =>
        {
            for (var at = 0; at < mended.Length; at++) mended[at] = KeyOf(source.text[at], source.isMixed);
        });
    }

    private static char KeyOf(char character, bool isMixed)
    {
        if (char.IsAsciiDigit(character)) return character;
        if (Letters.IndexOf(character) is >= 0 and var letter) return Keys[letter];
        return !isMixed && Signs.IndexOf(character) is >= 0 and var sign ? SignKeys[sign] : character;
    }
}
