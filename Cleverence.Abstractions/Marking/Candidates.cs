namespace Cleverence.Connectivity.Marking;

/// <summary>The layouts that fit a serial which runs on into other fields.</summary>
/// <param name="Count">How many different lengths of the serial they give.</param>
/// <param name="SerialLength">The length the last of them gives.</param>
/// <param name="IsBlockCis">Whether it is the КИ of a block.</param>
internal readonly record struct Candidates(int Count, int SerialLength, bool IsBlockCis)
{
    public static Candidates Find(ReadOnlySpan<char> text, in MarkingFields fields, IReadOnlyList<MarkingLayout> layouts)
    {
        var run = fields.Serial.Of(text);
        var next = text[(fields.Serial.Start + fields.Serial.Length)..];
        var found = default(Candidates);
        for (var at = 0; at < layouts.Count; at++)
        {
            var layout = layouts[at];
            if (run.Length <= layout.SerialLength || layout.SerialLength == found.SerialLength) continue;
            var isBlockCis = next.IsEmpty && layout.HasPrice && run.Length == layout.SerialLength + 10;
            if (Fits(layout, run, next, in fields)) found = new Candidates(found.Count + 1, layout.SerialLength, isBlockCis);
        }

        return found;
    }

    // Walks the fields of the layout; the run must end where a field ends, and what follows it must be the next field.
    private static bool Fits(MarkingLayout layout, ReadOnlySpan<char> run, ReadOnlySpan<char> next, in MarkingFields fields)
    {
        var rest = run[layout.SerialLength..];
        if (layout.HasPrice)
        {
            if (!Skip(ref rest, "8005", 6, onlyDigits: true)) return false;
            if (rest.IsEmpty) return true;
        }

        if (layout.KeyLength > 0)
        {
            if (!Skip(ref rest, "91", layout.KeyLength)) return false;
            if (rest.IsEmpty) return !fields.Key.Exists && Begins(next, "92");
        }

        return Skip(ref rest, layout.KeyLength > 0 ? "92" : "93", layout.CheckLength) && !fields.Check.Exists && (rest.IsEmpty || OptionalField.IsOne(rest));
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, string identifier, int length, bool onlyDigits = false)
    {
        var end = identifier.Length + length;
        if (rest.Length < end || !rest.StartsWith(identifier, StringComparison.Ordinal)) return false;
        if (onlyDigits && !MarkingCharacters.AreDigits(rest[identifier.Length..end])) return false;
        rest = rest[end..];
        return true;
    }

    private static bool Begins(ReadOnlySpan<char> next, string identifier) => next.Length > 1 && next[1..].StartsWith(identifier, StringComparison.Ordinal);
}
