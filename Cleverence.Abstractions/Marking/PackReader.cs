namespace Cleverence.Connectivity.Marking;

/// <summary>Reads codes without AIs: packs of tobacco type, and the SGTIN of medicines.</summary>
internal static class PackReader
{
    public const int FullLength = 29;

    public const int CisLength = 25;

    public const int ShortCisLength = 21;

    private const int HighestUsualPrice = 500_000;

    /// <summary>Null when the text is no such code.</summary>
    public static MarkingStep? Read(ReadOnlySpan<char> text, MarkingParseOptions options, bool hasGs1Form, ref MarkingFields fields)
    {
        var isSgtin = text.Length == 27 && options.AcceptPharmaSgtin;
        if (!isSgtin && text.Length is not (FullLength or CisLength or ShortCisLength)) return null;
        if (text.Contains(MarkingCharacters.Separator) || !MarkingCharacters.AreDigits(text[..14])) return null;
        if (!CheckDigit.IsValid(text[..14])) return IsSpoilt(text, hasGs1Form, isSgtin) ? MarkingStep.Refused(MarkingReason.BadCheckDigit, 13) : null;

        // A short КИ that also has the form 01 + 21 with a wrong digit is a misread code of that form, not a pack.
        if (hasGs1Form && text.Length != FullLength) return null;
        fields.Kind = isSgtin ? MarkingCodeKind.PharmaSgtin : MarkingCodeKind.TobaccoPack;
        fields.Gtin = new MarkingPart(0, 14);
        fields.Serial = new MarkingPart(14, isSgtin ? 13 : 7);
        if (isSgtin || text.Length == ShortCisLength) return MarkingStep.Done;
        fields.Price = new MarkingPart(ShortCisLength, MaxRetailPrice.Length);
        if (!MaxRetailPrice.TryDecode(fields.Price.Of(text), out var kopecks) || kopecks > HighestUsualPrice || kopecks % 100 != 0) fields.Flags |= MarkingFlags.UnusualPrice;
        if (text.Length != FullLength) return MarkingStep.Done;
        fields.Check = new MarkingPart(CisLength, FullLength - CisLength);
        fields.IsFull = true;
        return MarkingStep.Done;
    }

    // 01 and a right GTIN: a barcode of AIs without a serial, such as one with a best-before date.
    private static bool IsOtherGs1(ReadOnlySpan<char> text) => text.StartsWith("01", StringComparison.Ordinal) && CheckDigit.IsValid(text.Slice(2, 14));

    // 29 characters come from a pack's code; the shorter forms come from lists, where transport codes of any form stand too.
    private static bool IsSpoilt(ReadOnlySpan<char> text, bool hasGs1Form, bool isSgtin) =>
        !hasGs1Form && !IsOtherGs1(text) && (isSgtin || (text.Length == FullLength && !MarkingCharacters.AreDigits(text)));
}
