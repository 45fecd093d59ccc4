namespace Cleverence.Connectivity.Marking;

/// <summary>Puts a code back that a keyboard scanner typed under the Russian layout: every character becomes what its key gives in the US layout.</summary>
internal static class KeyboardLayout
{
    // Same key, two layouts. Keys whose US character is no data (х ъ ё) are left out, and so refused.
    private const string Russian = "йцукенгшщзфывапролдячсмитьЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬжЖэЭбБюЮ.,?";

    private const string English = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM;:'\",<.>/?&";

    private const string Unchanged = "0123456789!%*()_+-=";

    /// <summary>Mends the draft where it holds Cyrillic letters; letters of both alphabets are not guessed at.</summary>
    public static MarkingVerdict Repair(MarkingDraft draft)
    {
        var cyrillic = IndexOf(draft.Text, MarkingCharacters.IsCyrillic);
        if (cyrillic < 0) return default;
        if (IndexOf(draft.Text, MarkingCharacters.IsLatin) >= 0) return new MarkingVerdict(MarkingReason.MixedLayout, draft.OriginOf(cyrillic), draft.Text[cyrillic]);
        for (var at = 0; at < draft.Length; at++)
        {
            var character = draft.Text[at];
            if (character == MarkingCharacters.Separator || Unchanged.Contains(character, StringComparison.Ordinal)) continue;
            var key = Russian.IndexOf(character, StringComparison.Ordinal);
            if (key < 0) return new MarkingVerdict(MarkingReason.IllegalCharacter, draft.OriginOf(at), character);
            draft.Replace(at, 1, English[key]);
        }

        draft.Flags |= MarkingFlags.LayoutRepaired;
        return default;
    }

    private static int IndexOf(ReadOnlySpan<char> text, Func<char, bool> condition)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (condition(text[at])) return at;
        }

        return -1;
    }
}
