namespace Cleverence.Connectivity.Marking;

/// <summary>The whole road from a scanned text to a code. A clean text is read where it lies; a damaged one is copied, mended and read again.</summary>
internal static class MarkingParser
{
    public static MarkingCode? Read(ReadOnlySpan<char> input, string? source, MarkingParseOptions options, out MarkingVerdict verdict)
    {
        if (input.Length > Math.Min(options.MaxLength, ushort.MaxValue))
        {
            verdict = new MarkingVerdict(MarkingReason.TooLong);
            return null;
        }

        var frame = MarkingFrame.Of(input);
        var text = input.Slice(frame.Start, frame.Length);
        if (text.IsEmpty)
        {
            verdict = new MarkingVerdict(MarkingReason.Empty);
            return null;
        }

        if (!IsClean(text, options)) return Mend(text, frame, options, out verdict);
        var fields = new MarkingFields { Symbology = frame.Symbology };
        var step = MarkingRecogniser.Recognise(text, options, ref fields);
        if (step.Rewrites) return Mend(text, frame, options, out verdict);
        verdict = step.Reason == MarkingReason.None ? default : VerdictOf(step, text, frame.Start);
        if (step.Reason != MarkingReason.None) return null;
        return source is null ? new MarkingCode(text.ToString(), 0, text.Length, in fields) : new MarkingCode(source, frame.Start, frame.Length, in fields);
    }

    private static bool IsClean(ReadOnlySpan<char> text, MarkingParseOptions options)
    {
        if (text.ContainsAnyExcept(MarkingCharacters.Allowed) || text[0] == '(') return false;
        if (options.IsXmlText && text.Contains('&')) return false;
        return text.IndexOf('<') is var at && (at < 0 || !text[at..].Contains(MarkingCharacters.DoubtfulPlaceholder, StringComparison.Ordinal) || text.Contains(MarkingCharacters.Separator));
    }

    private static MarkingCode? Mend(ReadOnlySpan<char> text, MarkingFrame frame, MarkingParseOptions options, out MarkingVerdict verdict)
    {
        var draft = new MarkingDraft(text, frame.Start);
        verdict = MarkingNormaliser.Normalise(draft, options);
        if (verdict.Reason != MarkingReason.None) return null;
        while (true)
        {
            if (draft.Length is 0 or > ushort.MaxValue)
            {
                verdict = new MarkingVerdict(draft.Length == 0 ? MarkingReason.Empty : MarkingReason.TooLong);
                return null;
            }

            var fields = new MarkingFields { Symbology = frame.Symbology, Flags = draft.Flags };
            var step = MarkingRecogniser.Recognise(draft.Text, options, ref fields);
            if (step.Rewrites)
            {
                // Every step takes a stray separator away or cuts a field shorter, so this ends.
                draft.Apply(step);
                continue;
            }

            verdict = step.Reason == MarkingReason.None ? default : draft.Locate(VerdictOf(step, draft.Text, 0));
            return step.Reason == MarkingReason.None ? new MarkingCode(draft.Text.ToString(), 0, draft.Length, in fields) : null;
        }
    }

    private static MarkingVerdict VerdictOf(MarkingStep step, ReadOnlySpan<char> text, int offset)
    {
        var at = step.Index;
        if (at < 0 || at >= text.Length) return new MarkingVerdict(step.Reason, at < 0 ? -1 : offset + at);
        var expected = step.Reason == MarkingReason.BadCheckDigit ? ExpectedDigit(text, at) : '\0';
        return new MarkingVerdict(step.Reason, offset + at, text[at], expected);
    }

    // The number ends at the wrong digit. It has 18 digits (SSCC), 14 after the two of an AI, or as many as stand there.
    private static char ExpectedDigit(ReadOnlySpan<char> text, int at)
    {
        var start = at is 15 or 19 ? 2 : 0;
        return CheckDigit.Compute(text[start..at]);
    }
}
