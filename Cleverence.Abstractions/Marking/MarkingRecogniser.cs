namespace Cleverence.Connectivity.Marking;

/// <summary>Tells what a clean text is. The order of the questions is the order of certainty.</summary>
internal static class MarkingRecogniser
{
    private const int ShortestTransport = 18;

    private const int LongestTransport = 74;

    public static MarkingStep Recognise(ReadOnlySpan<char> text, MarkingParseOptions options, ref MarkingFields fields)
    {
        var isGs1 = text.Length > Gs1Reader.SerialStart && text.StartsWith("01", StringComparison.Ordinal) && text[16] == '2' && text[17] == '1'
            && MarkingCharacters.AreDigits(text.Slice(2, 14));
        if (isGs1 && CheckDigit.IsValid(text.Slice(2, 14))) return Gs1Reader.Read(text, options, ref fields);
        return RecogniseOther(text, options, isGs1, ref fields);
    }

    private static MarkingStep RecogniseOther(ReadOnlySpan<char> text, MarkingParseOptions options, bool hasBadGs1, ref MarkingFields fields)
    {
        if (Osu(text) is var osu && osu >= 0) return As(MarkingCodeKind.OsuLine, ref fields, CheckedGtin(text, 2, 14, ref fields));
        if (NumberedByDigits(text, ref fields) is { } numbered) return numbered;
        if (HasLostItsZero(text)) return MarkingStep.Insert(0, '0', MarkingFlags.LeadingZeroRestored);
        if (PackReader.Read(text, options, hasBadGs1, ref fields) is { } pack) return pack;
        if (IsFurTag(text)) return As(MarkingCodeKind.FurTag, ref fields);
        if (text.Length is 68 or 150 && MarkingCharacters.AreCapitals(text)) return As(MarkingCodeKind.AlcoholStamp, ref fields);
        if (hasBadGs1) return MarkingStep.Refused(MarkingReason.BadCheckDigit, 15);
        var separator = text.IndexOf(MarkingCharacters.Separator);
        if (separator >= 0 || text.Length is < ShortestTransport or > LongestTransport) return MarkingStep.Refused(MarkingReason.NotRecognised, separator);
        return As(MarkingCodeKind.TransportOpaque, ref fields);
    }

    // 02, GTIN, 37, count of 1 to 8 digits and, for goods by weight, 3103 with 9 digits. Gives the length of the count, or -1.
    internal static int Osu(ReadOnlySpan<char> text)
    {
        if (text.Length < 19 || !text.StartsWith("02", StringComparison.Ordinal) || text[16] != '3' || text[17] != '7' || !MarkingCharacters.AreDigits(text)) return -1;
        var count = text.Length - 18;
        if (count <= 8) return count;
        count -= 13;
        return count is >= 1 and <= 8 && text[(18 + count)..].StartsWith("3103", StringComparison.Ordinal) ? count : -1;
    }

    private static MarkingStep? NumberedByDigits(ReadOnlySpan<char> text, ref MarkingFields fields)
    {
        if (text.Length is not (8 or 12 or 13 or 14 or 18 or 20) || !MarkingCharacters.AreDigits(text)) return null;
        if (text.Length < 18) return As(MarkingCodeKind.PlainBarcode, ref fields, CheckedGtin(text, 0, text.Length, ref fields));
        if (text.Length == 20 && !text.StartsWith("00", StringComparison.Ordinal)) return null;
        fields.Serial = new MarkingPart(text.Length - 18, 18);
        return As(MarkingCodeKind.Sscc, ref fields, CheckDigit.IsValid(text[^18..]) ? MarkingStep.Done : MarkingStep.Refused(MarkingReason.BadCheckDigit, text.Length - 1));
    }

    private static MarkingStep CheckedGtin(ReadOnlySpan<char> text, int start, int length, ref MarkingFields fields)
    {
        fields.Gtin = new MarkingPart(start, length);
        return CheckDigit.IsValid(text.Slice(start, length)) ? MarkingStep.Done : MarkingStep.Refused(MarkingReason.BadCheckDigit, start + length - 1);
    }

    private static bool HasLostItsZero(ReadOnlySpan<char> text) =>
        text.Length > Gs1Reader.SerialStart - 1 && text[0] == '1' && text[15] == '2' && text[16] == '1' && CheckDigit.IsValid(text.Slice(1, 14));

    private static bool IsFurTag(ReadOnlySpan<char> text) =>
        text.Length == 20 && text[2] == '-' && text[9] == '-' && text[..2] is "RU" or "AM" or "BY" or "KZ" or "KG"
        && MarkingCharacters.AreCapitals(text.Slice(3, 6)) && MarkingCharacters.AreCapitals(text[10..]);

    private static MarkingStep As(MarkingCodeKind kind, ref MarkingFields fields, MarkingStep step = default)
    {
        fields.Kind = kind;
        return step;
    }
}
