namespace Cleverence.Connectivity.Marking;

/// <summary>Where the code stands in what a scanner sent: without the ends, the symbology identifier and the leading mark.</summary>
internal readonly record struct MarkingFrame(int Start, int Length, MarkingSymbology Symbology)
{
    public static MarkingFrame Of(ReadOnlySpan<char> input)
    {
        var (start, end) = (0, input.Length);
        while (start < end && IsEdge(input[start])) start++;
        while (end > start && IsEdge(input[end - 1])) end--;
        var text = input[start..end];
        var symbology = MarkingSymbology.Unknown;
        if (text.Length >= 3 && text[0] == ']')
        {
            symbology = SymbologyOf(text[1], text[2]);
            if (symbology != MarkingSymbology.Unknown) start += 3;
        }

        start += MarkLength(input[start..end]);
        return new MarkingFrame(start, end - start, symbology);
    }

    // Only these: a general trim would also take the separator away.
    private static bool IsEdge(char character) => character is '\r' or '\n' or '\t' or '\0' or ' ';

    private static MarkingSymbology SymbologyOf(char letter, char digit) => (letter, digit) switch
    {
        ('d', '2') => MarkingSymbology.Gs1DataMatrix,
        ('d', '1') => MarkingSymbology.DataMatrix,
        ('C', '1') => MarkingSymbology.Gs1Code128,
        ('Q', '3') => MarkingSymbology.Gs1Qr,
        ('e', '0') => MarkingSymbology.Gs1DataBar,
        ('J', '1') => MarkingSymbology.Gs1DotCode,
        _ => MarkingSymbology.Unknown,
    };

    // U+00E8 is the code word 232, FNC1, as a character.
    private static int MarkLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0])) return 0;
        return text[0] switch
        {
            MarkingCharacters.Separator or '\u00E8' => 1,
            '{' when text.StartsWith("{FNC1}", StringComparison.Ordinal) => 6,
            '<' when text.StartsWith("<FNC1>", StringComparison.Ordinal) => 6,
            '\\' when text.StartsWith("\\F", StringComparison.Ordinal) => 2,
            _ => 0,
        };
    }
}
