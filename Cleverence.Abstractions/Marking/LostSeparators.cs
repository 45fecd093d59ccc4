namespace Cleverence.Connectivity.Marking;

/// <summary>
/// Finds where a swallowed separator stood. Only whole layouts are compared, field by field at their offsets: serials contain 91, 92 and 93
/// as ordinary characters, so a search for them would cut codes in two.
/// </summary>
internal static class LostSeparators
{
    private const int LongestSerial = 20;

    /// <summary>Judges a serial that no separator has proved: keeps it, asks for one separator, or refuses.</summary>
    public static MarkingStep Judge(ReadOnlySpan<char> text, MarkingParseOptions options, ref MarkingFields fields)
    {
        var isWhole = fields.Serial.Start + fields.Serial.Length == text.Length;
        var found = Candidates.Find(text, in fields, MarkingLayout.Known);
        var length = fields.Serial.Length;
        if (length is 13 or 20)
        {
            return found.Count == 0 ? MarkingStep.Done : Prefer(text, options, found, ref fields);
        }

        if (found.Count > 1 && GroupOf(text, options) is { } group) found = Candidates.Find(text, in fields, group.Layouts);
        if (found.Count == 1) return Cut(found, in fields);
        if (isWhole && length > LongestSerial) return MarkingStep.Refused(MarkingReason.AmbiguousWithoutSeparators, Gs1Reader.SerialStart);
        fields.Flags |= MarkingFlags.UnusualSerialLength | (isWhole || found.Count > 1 ? MarkingFlags.AmbiguousWithoutSeparators : MarkingFlags.None);
        return MarkingStep.Done;
    }

    /// <summary>Where a key of four characters ends that runs on into its check value; 0 when it does not.</summary>
    public static int AfterKey(ReadOnlySpan<char> text, MarkingPart key)
    {
        if (key.Length == 4) return 0;
        var value = key.Of(text);
        if (value.Length < 6 || !value[4..].StartsWith("92", StringComparison.Ordinal)) return 0;
        var check = value[6..];
        return check.Length is 44 or 88 || EndsWithTail(check, 44) || EndsWithTail(check, 88) ? key.Start + 4 : 0;
    }

    /// <summary>Where a check value ends that runs on into an optional field; 0 when it does not.</summary>
    public static int AfterCheck(ReadOnlySpan<char> text, bool isLong, MarkingPart check)
    {
        if (check.Length == (isLong ? 44 : 4)) return 0;
        var value = check.Of(text);
        if (!isLong) return EndsWithTail(value, 4) ? check.Start + 4 : 0;
        return EndsWithTail(value, 44) ? check.Start + 44 : EndsWithTail(value, 88) ? check.Start + 88 : 0;
    }

    private static bool EndsWithTail(ReadOnlySpan<char> value, int length) => value.Length > length && OptionalField.IsOne(value[length..]);

    // A serial of 13 or 20 characters may be just that: only the product group can tell.
    private static MarkingStep Prefer(ReadOnlySpan<char> text, MarkingParseOptions options, Candidates found, ref MarkingFields fields)
    {
        var length = fields.Serial.Length;
        if (GroupOf(text, options) is not { } group)
        {
            fields.Flags |= MarkingFlags.AmbiguousWithoutSeparators;
            return MarkingStep.Done;
        }

        var inGroup = Candidates.Find(text, in fields, group.Layouts);
        var asItStands = group.Layouts.Any(layout => layout.SerialLength == length);
        if (inGroup.Count == 1 && !asItStands) return Cut(inGroup, in fields);
        if (inGroup.Count > 0) fields.Flags |= MarkingFlags.AmbiguousWithoutSeparators;
        return MarkingStep.Done;
    }

    private static MarkingProductGroup? GroupOf(ReadOnlySpan<char> text, MarkingParseOptions options) =>
        options.GroupOf(text.Slice(2, 14)) is { Layouts.Count: > 0 } group ? group : null;

    // The КИ of a block is written without separators by rule: nothing was lost.
    private static MarkingStep Cut(Candidates found, in MarkingFields fields) =>
        MarkingStep.Insert(fields.Serial.Start + found.SerialLength, MarkingCharacters.Separator, found.IsBlockCis ? MarkingFlags.None : MarkingFlags.SeparatorRestored);
}
