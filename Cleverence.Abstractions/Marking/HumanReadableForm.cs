namespace Cleverence.Connectivity.Marking;

/// <summary>Removes the brackets of <c>(01)…(21)…</c>. Brackets are also data, so only those around an AI where an AI must stand are taken away.</summary>
internal static class HumanReadableForm
{
    /// <summary>Mends the draft, or leaves it as it is when it is not that form to its end.</summary>
    public static void RemoveBrackets(MarkingDraft draft)
    {
        var text = draft.Text;
        if (!text.StartsWith("(01)", StringComparison.Ordinal) && !text.StartsWith("(00)", StringComparison.Ordinal) && !text.StartsWith("(02)", StringComparison.Ordinal)) return;
        var isOsu = text[2] == '2';
        var fields = new List<Field>();
        for (var at = 0; at < text.Length;)
        {
            var identifier = BracketedLength(text[at..]);
            if (identifier == 0) return;
            var value = at + identifier + 2;
            var length = ValueLength(text[value..], text.Slice(at + 1, identifier), isOsu);
            if (length == 0) return;
            var end = value + length;
            var isSeparated = end < text.Length && text[end] == MarkingCharacters.Separator;
            var wantsSeparator = !isOsu && end < text.Length && !isSeparated && Gs1Identifiers.FixedLength(text.Slice(at + 1, identifier)) == 0;
            fields.Add(new Field(at, at + identifier + 1, end, wantsSeparator));
            at = isSeparated ? end + 1 : end;
        }

        Apply(draft, fields);
    }

    // From the end, so that the places of the fields before stay what they are.
    private static void Apply(MarkingDraft draft, List<Field> fields)
    {
        for (var at = fields.Count - 1; at >= 0; at--)
        {
            if (fields[at].WantsSeparator) draft.Insert(fields[at].End, MarkingCharacters.Separator);
            draft.Remove(fields[at].Closing, 1);
            draft.Remove(fields[at].Opening, 1);
        }

        draft.Flags |= MarkingFlags.BracketsRemoved;
    }

    // The length of the AI in brackets that stands here, or 0.
    private static int BracketedLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 4 || text[0] != '(') return 0;
        var length = Gs1Identifiers.LengthAt(text[1..]);
        return length > 0 && text.Length > length + 1 && text[length + 1] == ')' ? length : 0;
    }

    private static int ValueLength(ReadOnlySpan<char> text, ReadOnlySpan<char> identifier, bool isOsu)
    {
        var length = isOsu && identifier is not "02" ? 0 : Gs1Identifiers.FixedLength(identifier);
        if (length > 0) return length <= text.Length && MarkingCharacters.AreDigits(text[..length]) && EndsAt(text, length) ? length : 0;

        // A serial may hold "(93)" itself: the lengths of the templates are tried before the first bracket is believed.
        foreach (var usual in UsualLengths(identifier))
        {
            if (usual <= text.Length && EndsAt(text, usual)) return usual;
        }

        for (var at = 1; at <= text.Length; at++)
        {
            if (EndsAt(text, at)) return at;
        }

        return 0;
    }

    private static ReadOnlySpan<byte> UsualLengths(ReadOnlySpan<char> identifier) => identifier switch
    {
        "21" => [6, 7, 13, 20],
        "91" or "93" => [4],
        "92" => [44, 88],
        _ => [],
    };

    private static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (!rest.IsEmpty && rest[0] == MarkingCharacters.Separator) rest = rest[1..];
        return rest.IsEmpty || BracketedLength(rest) > 0;
    }

    private readonly record struct Field(int Opening, int Closing, int End, bool WantsSeparator);
}
