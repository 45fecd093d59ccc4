namespace Cleverence.Connectivity.Marking;

/// <summary>Reads the GS1 form: 01, 21 and what follows. Separators come first; the table of layouts only mends what lost them.</summary>
internal static class Gs1Reader
{
    public const int SerialStart = 18;

    private const int PriceLength = 6;

    public static MarkingStep Read(ReadOnlySpan<char> text, MarkingParseOptions options, ref MarkingFields fields)
    {
        var rest = text[SerialStart..];
        var end = rest.IndexOf(MarkingCharacters.Separator);
        var serial = end < 0 ? rest : rest[..end];
        if (serial.IsEmpty) return MarkingStep.Refused(MarkingReason.MalformedField, SerialStart - 2);
        fields.Kind = MarkingCodeKind.Gs1;
        fields.Gtin = new MarkingPart(2, 14);
        fields.Serial = new MarkingPart(SerialStart, serial.Length);
        fields.HasNoCountry = MarkingCountry.IsUntoldIn(options.ProductGroup);
        if (end >= 0)
        {
            var step = ReadTail(text, SerialStart + end, ref fields);
            if (step.Reason != MarkingReason.None || step.Rewrites) return step;
        }

        if (!IsSettled(serial, ref fields))
        {
            var step = LostSeparators.Judge(text, options, ref fields);
            if (step.Reason != MarkingReason.None || step.Rewrites) return step;
        }

        JudgeCheckPart(text, ref fields);
        return MarkingStep.Done;
    }

    // A serial of a usual length with a check part behind it leaves nothing to doubt.
    private static bool IsSettled(ReadOnlySpan<char> serial, ref MarkingFields fields) => serial.Length switch
    {
        6 or 7 => true,
        13 or 20 => fields.Check.Exists,
        _ => false,
    };

    private static MarkingStep ReadTail(ReadOnlySpan<char> text, int position, ref MarkingFields fields)
    {
        while (position < text.Length)
        {
            if (text[position] == MarkingCharacters.Separator && ++position >= text.Length) return MarkingStep.Remove(position - 1);
            if (text[position] == MarkingCharacters.Separator) return MarkingStep.Remove(position);
            var step = ReadField(text, ref position, ref fields);
            if (step.Reason != MarkingReason.None || step.Rewrites) return step;
        }

        return MarkingStep.Done;
    }

    private static MarkingStep ReadField(ReadOnlySpan<char> text, ref int position, ref MarkingFields fields)
    {
        var start = position;
        var identifier = text.Slice(start, Gs1Identifiers.LengthAt(text[start..]));
        if (identifier.IsEmpty) return MarkingStep.Refused(MarkingReason.MalformedField, start);
        var at = start + identifier.Length;
        var length = Gs1Identifiers.FixedLength(identifier);
        var separator = text[at..].IndexOf(MarkingCharacters.Separator);
        var available = separator < 0 ? text.Length - at : separator;
        if (available == 0 || available < length || (length > 0 && !MarkingCharacters.AreDigits(text.Slice(at, length)))) return MarkingStep.Refused(MarkingReason.MalformedField, start);
        var part = new MarkingPart(at, length > 0 ? length : available);
        position = at + part.Length;
        return Take(text, identifier, start, part, ref fields);
    }

    private static MarkingStep Take(ReadOnlySpan<char> text, ReadOnlySpan<char> identifier, int start, MarkingPart part, ref MarkingFields fields)
    {
        switch (identifier)
        {
            case "91":
                return LostSeparators.AfterKey(text, part) is var cut and > 0 ? MarkingStep.Separate(cut) : Once(ref fields.Key, part, start);
            case "92":
            case "93":
                return LostSeparators.AfterCheck(text, identifier[1] == '2', part) is var end and > 0 ? MarkingStep.Separate(end) : Once(ref fields.Check, part, start);
            case "8005":
                return TakePrice(text, start, part, ref fields);
            case "01" or "21":
                return MarkingStep.Refused(MarkingReason.RepeatedField, start);
            default:
                fields.HasExtras = true;
                return MarkingStep.Done;
        }
    }

    private static MarkingStep TakePrice(ReadOnlySpan<char> text, int start, MarkingPart part, ref MarkingFields fields)
    {
        if (part.Length < PriceLength || !MarkingCharacters.AreDigits(text.Slice(part.Start, PriceLength))) return MarkingStep.Refused(MarkingReason.MalformedField, start);
        if (part.Length > PriceLength) return MarkingStep.Separate(part.Start + PriceLength);
        fields.Kind = MarkingCodeKind.TobaccoBlock;
        return Once(ref fields.Price, part, start);
    }

    private static MarkingStep Once(ref MarkingPart place, MarkingPart part, int start)
    {
        if (place.Exists) return MarkingStep.Refused(MarkingReason.RepeatedField, start);
        place = part;
        return MarkingStep.Done;
    }

    private static void JudgeCheckPart(ReadOnlySpan<char> text, ref MarkingFields fields)
    {
        if (!fields.Key.Exists && !fields.Check.Exists) return;
        var isLong = fields.Check.Exists && text[fields.Check.Start - 1] == '2';
        var usual = isLong ? fields.Key.Length == 4 && fields.Check.Length is 44 or 88 : !fields.Key.Exists && fields.Check.Length == 4;
        fields.IsFull = fields.Check.Exists && (!isLong || fields.Key.Exists);
        if (!usual) fields.Flags |= MarkingFlags.UnusualCheckPart;
    }
}
