namespace Emulators.OneC;

/// <summary>A segment of an OData address: a name and what stands in its parentheses; null without them.</summary>
internal sealed record ODataSegment(string Name, string? Arguments)
{
    public static IReadOnlyList<ODataSegment> Split(string path)
    {
        var (segments, start, depth, quoted) = (new List<ODataSegment>(), 0, 0, false);
        for (var at = 0; at <= path.Length; at++)
        {
            if (at == path.Length || (path[at] == '/' && depth == 0 && !quoted))
            {
                if (at > start) segments.Add(Of(path[start..at]));
                start = at + 1;
            }
            else if (path[at] == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                depth += path[at] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }

        return segments;
    }

    /// <summary>The arguments by name; a lone value has the name "".</summary>
    public IReadOnlyDictionary<string, object?> Values()
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var tokens = Tokens.Of(Arguments ?? "");
        while (tokens.Current.Kind != TokenKind.End)
        {
            if (values.Count > 0) tokens.Expect(",");
            var name = "";
            if (tokens.Current.Kind == TokenKind.Name)
            {
                name = tokens.Take().Text;
                tokens.Expect("=");
            }

            if (tokens.Current.Kind != TokenKind.Literal || !values.TryAdd(name, tokens.Take().Value)) throw new ODataException(6, $"Неверный ключ ({Arguments})");
        }

        return values;
    }

    private static ODataSegment Of(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return new ODataSegment(text, null);
        return text.EndsWith(')') ? new ODataSegment(text[..open], text[(open + 1)..^1]) : throw new ODataException(6, $"Неверный адрес {text}");
    }
}
