namespace Cleverence.Connectivity.Marking;

/// <summary>Undoes what scanners, keyboards and texts do to a code. The order of the steps is part of the rule.</summary>
internal static class MarkingNormaliser
{
    private static readonly string[] Placeholders = [@"\u001d", @"\x1d", "{GS}", MarkingCharacters.DoubtfulPlaceholder, "\u2194", "\u241D"];

    private static readonly (string Entity, char Character)[] Entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"'), ("&apos;", '\'')];

    /// <summary>Mends the draft, or tells why it cannot be mended.</summary>
    public static MarkingVerdict Normalise(MarkingDraft draft, MarkingParseOptions options)
    {
        TranslateSeparators(draft);
        var verdict = KeyboardLayout.Repair(draft);
        if (verdict.Reason != MarkingReason.None) return verdict;
        HumanReadableForm.RemoveBrackets(draft);
        if (options.IsXmlText) DecodeEntities(draft);
        var illegal = draft.Text.IndexOfAnyExcept(MarkingCharacters.Allowed);
        return illegal < 0 ? default : new MarkingVerdict(MarkingReason.IllegalCharacter, draft.OriginOf(illegal), draft.Text[illegal]);
    }

    private static void TranslateSeparators(MarkingDraft draft)
    {
        var hasSeparators = draft.Text.Contains(MarkingCharacters.Separator);
        for (var at = 0; at < draft.Length; at++)
        {
            var length = PlaceholderLength(draft.Text[at..], hasSeparators);
            if (length == 0) continue;
            draft.Replace(at, length, MarkingCharacters.Separator);
            draft.Flags |= MarkingFlags.SeparatorTranslated;
        }

        // The leading mark, written as a text.
        if ((draft.Flags & MarkingFlags.SeparatorTranslated) != 0 && draft.Text[0] == MarkingCharacters.Separator) draft.Remove(0, 1);
    }

    // The digits of an escape are written in either case. <GS> is also four characters of data: beside real separators it is taken for that.
    private static int PlaceholderLength(ReadOnlySpan<char> text, bool hasSeparators)
    {
        if (text[0] is not ('\\' or '{' or '<' or '\u2194' or '\u241D')) return 0;
        foreach (var placeholder in Placeholders)
        {
            var comparison = placeholder[0] == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (hasSeparators && placeholder == MarkingCharacters.DoubtfulPlaceholder) continue;
            if (text.StartsWith(placeholder, comparison)) return placeholder.Length;
        }

        return 0;
    }

    private static void DecodeEntities(MarkingDraft draft)
    {
        for (var at = 0; at < draft.Length; at++)
        {
            if (draft.Text[at] != '&') continue;
            foreach (var (entity, character) in Entities)
            {
                if (!draft.Text[at..].StartsWith(entity, StringComparison.Ordinal)) continue;
                draft.Replace(at, entity.Length, character);
                break;
            }
        }
    }
}
