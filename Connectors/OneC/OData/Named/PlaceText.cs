using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.OneC.OData;

/// <summary>Text with <c>{name}</c> places; a brace that is meant is written twice.</summary>
internal sealed class PlaceText
{
    private readonly List<(string Text, bool IsPlace)> parts = [];

    private PlaceText()
    {
    }

    public IEnumerable<string> Places => parts.Where(part => part.IsPlace).Select(part => part.Text);

    public bool IsEmpty => parts.Count == 0;

    /// <summary>The name, when the text is one place and nothing else.</summary>
    public string? Whole => parts is [{ IsPlace: true } only] ? only.Text : null;

    /// <summary>Whether a place stands between single quotes, where a literal would end the text it is put into.</summary>
    public bool HasQuotedPlace
    {
        get
        {
            var quotes = 0;
            foreach (var (text, isPlace) in parts)
            {
                if (isPlace && quotes % 2 == 1) return true;
                if (!isPlace) quotes += text.Count(letter => letter == '\'');
            }

            return false;
        }
    }

    /// <summary>Null for a text whose braces do not match.</summary>
    public static PlaceText? Parse(string text)
    {
        var made = new PlaceText();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}') || (at + 1 < text.Length && text[at + 1] == text[at]))
            {
                plain.Append(text[at]);
                if (text[at] is '{' or '}') at++;
                continue;
            }

            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            var name = end > 0 ? text[(at + 1)..end].Trim() : "";
            if (name.Length == 0 || name.Contains('{', StringComparison.Ordinal)) return null;
            made.Add(plain);
            made.parts.Add((name, true));
            at = end;
        }

        made.Add(plain);
        return made;
    }

    /// <summary>Whether all its places have a value.</summary>
    public bool IsGiven(BoundArguments arguments) => Places.All(name => arguments.TryGet(name, out _));

    /// <summary>The value: typed for one place, else text.</summary>
    public object? Value(BoundArguments arguments) => Whole is { } name ? arguments.TryGet(name, out var value) ? value : null : Render(arguments.TextOf);

    public string Render(Func<string, string> textOf) => string.Concat(parts.Select(part => part.IsPlace ? textOf(part.Text) : part.Text));

    private void Add(StringBuilder plain)
    {
        if (plain.Length == 0) return;
        parts.Add((plain.ToString(), false));
        plain.Clear();
    }
}
