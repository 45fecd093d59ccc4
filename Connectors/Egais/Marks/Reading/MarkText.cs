namespace Connectors.Egais;

/// <summary>Reads scanned texts of the alcohol trade.</summary>
internal static class MarkText
{
    private const char Separator = '\u001D';

    /// <summary>Tells what a text is. Nothing is repaired but what scanners put in front: white space, FNC1 and the symbology identifier.</summary>
    /// <param name="text">The text as it came; anything.</param>
    /// <param name="symbology">The kind of barcode; null where the scanner did not tell, or told it in the text.</param>
    public static ParsedMark Parse(string? text, MarkSymbology? symbology = null)
    {
        var (start, length) = Clean(text, ref symbology);
        var clean = text.AsSpan(start, length);
        if (RussianKeys.IsIn(clean)) return new ParsedMark(Cut(text, start, length), MarkFault.WrongLayout, symbology);
        var kind = KindOf(clean, out var alcCode);
        if (!Carries(symbology, kind)) return new ParsedMark(Cut(text, start, length), MarkFault.BadFormat, symbology);
        return new ParsedMark(kind, Cut(text, start, kind == MarkKind.Beer ? MarkPattern.LengthBeer : length), alcCode);
    }

    /// <summary>The text without what scanners put in front and behind.</summary>
    public static string Clean(string? text)
    {
        MarkSymbology? symbology = null;
        var (start, length) = Clean(text, ref symbology);
        return Cut(text, start, length);
    }

    private static (int Start, int Length) Clean(string? text, ref MarkSymbology? symbology)
    {
        var rest = text.AsSpan();
        var start = rest.Length - rest.TrimStart().Length;
        rest = rest.Trim();
        var separated = rest is [Separator, ..];
        if (separated) rest = rest[1..];
        if (rest is [']', var family, var modifier, ..] && char.IsAsciiLetter(family) && char.IsAsciiDigit(modifier))
        {
            symbology ??= family switch { 'd' => MarkSymbology.DataMatrix, 'L' => MarkSymbology.Pdf417, _ => null };
            start += 3;
            rest = rest[3..];
            if (!separated && rest is [Separator, ..])
            {
                separated = true;
                rest = rest[1..];
            }
        }

        return (separated ? start + 1 : start, rest.Length);
    }

    private static MarkKind KindOf(ReadOnlySpan<char> text, out ulong alcCode)
    {
        alcCode = 0;
        return text.Length switch
        {
            MarkPattern.LengthNew when MarkPattern.IsNew(text) => MarkKind.Mark150,
            MarkPattern.LengthOld when MarkPattern.IsOld(text) && AlcCode.TryRead(text, out alcCode) => MarkKind.Mark68,
            _ when MarkPattern.IsBox(text) => MarkKind.Box,
            _ when MarkPattern.IsOther(text) => MarkKind.Code40,
            _ when MarkPattern.StartsAsBeer(text) && !IsDamagedMark(text) => MarkKind.Beer,
            _ when MarkPattern.IsEan(text) => MarkKind.Ean,
            _ when MarkPattern.IsLetteredBox(text) => MarkKind.Box,
            _ => MarkKind.Unknown,
        };
    }

    // A damaged mark may begin as beer does by chance; a tail of beer of that length begins with a separator.
    private static bool IsDamagedMark(ReadOnlySpan<char> text) => text.Length is MarkPattern.LengthNew or MarkPattern.LengthOld && text[MarkPattern.LengthBeer] != Separator;

    // Beer is marked by DataMatrix as well; of excise marks that symbology means the second generation, and PDF417 the first.
    private static bool Carries(MarkSymbology? symbology, MarkKind kind) => symbology switch
    {
        MarkSymbology.DataMatrix => kind is MarkKind.Mark150 or MarkKind.Beer,
        MarkSymbology.Pdf417 => kind == MarkKind.Mark68,
        _ => kind != MarkKind.Unknown,
    };

    private static string Cut(string? text, int start, int length) => text is null ? "" : start == 0 && length == text.Length ? text : text.Substring(start, length);
}
