namespace Cleverence.Connectivity.Marking;

/// <summary>The lengths of application identifiers and of their values, by the first two digits (GS1 General Specifications).</summary>
internal static class Gs1Identifiers
{
    /// <summary>The length of the identifier that begins here, or 0 where none does. Of numbers GS1 has not given out two digits are taken.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1])) return 0;
        var length = IdentifierLength(((text[0] - '0') * 10) + text[1] - '0');
        return text.Length >= length && MarkingCharacters.AreDigits(text[2..length]) ? length : 0;
    }

    /// <summary>The length of the value where it is fixed, so that no separator must follow; otherwise 0.</summary>
    public static int FixedLength(ReadOnlySpan<char> identifier) => (((identifier[0] - '0') * 10) + identifier[1] - '0') switch
    {
        0 => 18,
        1 or 2 or 3 => 14,
        4 => 16,
        >= 11 and <= 19 => 6,
        20 => 2,
        >= 31 and <= 36 => 6,
        41 => 13,
        _ => 0,
    };

    private static int IdentifierLength(int prefix) => prefix switch
    {
        23 or 24 or 25 or 40 or 41 or 42 or 71 => 3,
        (>= 31 and <= 36) or 39 or 43 or 70 or 72 or 80 or 81 or 82 => 4,
        _ => 2,
    };
}
