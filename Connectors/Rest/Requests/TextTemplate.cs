using System.Text;

namespace Connectors.Rest;

/// <summary>Text with <c>{name}</c> places; a brace that is meant is written twice.</summary>
internal sealed class TextTemplate
{
    private readonly List<(string Text, bool IsPlace)> parts = [];

    private TextTemplate()
    {
    }

    public IEnumerable<string> Names => parts.Where(part => part.IsPlace).Select(part => part.Text);

    /// <summary>The name, when the text is one place and nothing else.</summary>
    public string? Whole => parts is [{ IsPlace: true } only] ? only.Text : null;

    /// <summary>The places as uses: a whole one as the place given, one amid text as text.</summary>
    public IEnumerable<PlaceUse> Uses(Places whole) => Names.Select(name => new PlaceUse(name, Whole is null ? Places.Text : whole));

    /// <summary>The text between the places.</summary>
    public string Literal => string.Concat(parts.Where(part => !part.IsPlace).Select(part => part.Text));

    /// <summary>Reads a text; null where a brace has no partner or no name, with the place of that brace, from 1.</summary>
    public static TextTemplate? Parse(string text, out int problem)
    {
        var template = new TextTemplate();
        var literal = new StringBuilder();
        problem = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                literal.Append(text[i]);
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                literal.Append(text[i++]);
                continue;
            }

            var end = text[i] == '{' ? text.IndexOfAny(['{', '}'], i + 1) : -1;
            var name = end > 0 && text[end] == '}' ? text[(i + 1)..end].Trim() : "";
            if (name.Length == 0)
            {
                problem = i + 1;
                return null;
            }

            template.AddLiteral(literal);
            template.parts.Add((name, true));
            i = end;
        }

        template.AddLiteral(literal);
        return template;
    }

    /// <summary>The same text with its literals written otherwise.</summary>
    public TextTemplate WithLiterals(Func<string, string> rewrite)
    {
        var made = new TextTemplate();
        made.parts.AddRange(parts.Select(part => part.IsPlace ? part : (rewrite(part.Text), false)));
        return made;
    }

    public string Render(Func<string, string> valueOf)
    {
        if (parts is [{ IsPlace: false } only]) return only.Text;
        var texts = new string[parts.Count];
        for (var at = 0; at < texts.Length; at++) texts[at] = parts[at].IsPlace ? valueOf(parts[at].Text) : parts[at].Text;
        return string.Concat(texts);
    }

    private void AddLiteral(StringBuilder literal)
    {
        if (literal.Length == 0) return;
        parts.Add((literal.ToString(), false));
        literal.Clear();
    }
}
