namespace Cleverence.Connectivity.Marking;

/// <summary>The optional fields known to stand behind a check part.</summary>
internal static class OptionalField
{
    private const int LongestText = 30;

    /// <summary>Whether the text is exactly one of them: weight 310Y, length 311Y, volume 335Y, count 30, 240 or 97.</summary>
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        if (text.Length < 3) return false;
        return text[0] switch
        {
            '3' when text[1] == '0' => text.Length <= 10 && MarkingCharacters.AreDigits(text[2..]),
            '3' => text.Length == 10 && text[..3] is "310" or "311" or "335" && MarkingCharacters.AreDigits(text[3..]),
            '2' => text.Length is > 3 and <= 3 + LongestText && text[..3] is "240",
            '9' => text.Length <= 2 + LongestText && text[1] == '7',
            _ => false,
        };
    }
}
