namespace Cleverence.Connectivity.Marking;

/// <summary>Cuts a text into its fields. The text has been recognised, so every field is well formed.</summary>
internal static class MarkingElements
{
    public static IReadOnlyList<MarkingElement> Read(MarkingCodeKind kind, ReadOnlySpan<char> text) => kind switch
    {
        MarkingCodeKind.Gs1 or MarkingCodeKind.TobaccoBlock => Gs1(text),
        MarkingCodeKind.OsuLine => Osu(text),
        MarkingCodeKind.Sscc => [new MarkingElement("00", text[^18..].ToString())],
        _ => [],
    };

    public static bool IsExtra(MarkingCodeKind kind, MarkingElement element) =>
        kind == MarkingCodeKind.OsuLine ? element.Ai is not ("02" or "37") : element.Ai is not ("01" or "21" or "91" or "92" or "93" or "8005");

    private static List<MarkingElement> Gs1(ReadOnlySpan<char> text)
    {
        var elements = new List<MarkingElement>(6);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == MarkingCharacters.Separator) at++;
            var identifier = text.Slice(at, Gs1Identifiers.LengthAt(text[at..]));
            at += identifier.Length;
            var length = Gs1Identifiers.FixedLength(identifier);
            var separator = text[at..].IndexOf(MarkingCharacters.Separator);
            if (length == 0) length = separator < 0 ? text.Length - at : separator;
            elements.Add(new MarkingElement(identifier.ToString(), text.Slice(at, length).ToString()));
            at += length;
        }

        return elements;
    }

    private static List<MarkingElement> Osu(ReadOnlySpan<char> text)
    {
        var count = MarkingRecogniser.Osu(text);
        List<MarkingElement> elements = [new("02", text.Slice(2, 14).ToString()), new("37", text.Slice(18, count).ToString())];
        if (text.Length > 18 + count) elements.Add(new MarkingElement("3103", text[(22 + count)..].ToString()));
        return elements;
    }
}
