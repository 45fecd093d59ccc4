using System.Text;

namespace Connectors.Rest;

/// <summary>Text with <c>{name}</c> places; a brace that is meant is written twice.</summary>
internal sealed class TextTemplate
{
    private readonly List<(string Text, bool IsPlace)> parts = [];

    private TextTemplate()
    {
    }

    public IEnumerable<string> Places => parts.Where(part => part.IsPlace).Select(part => part.Text);

    /// <summary>The name, when the text is one place and nothing else.</summary>
    public string? Whole => parts is [{ IsPlace: true } only] ? only.Text : null;

    /// <summary>The text between the places.</summary>
    public string Literal => string.Concat(parts.Where(part => !part.IsPlace).Select(part => part.Text));

    public static TextTemplate? Parse(string text, out string? problem)
    {
        var template = new TextTemplate();
        var literal = new StringBuilder();
        problem = null;
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
                problem = $"the brace at character {i + 1} has no partner or no name; write {{name}}, or the brace twice if it is meant";
                return null;
            }

            template.AddLiteral(literal);
            template.parts.Add((name, true));
            i = end;
        }

        template.AddLiteral(literal);
        return template;
    }

    public string Render(Func<string, string> valueOf) =>
        string.Concat(parts.Select(part => part.IsPlace ? valueOf(part.Text) : part.Text));

    private void AddLiteral(StringBuilder literal)
    {
        if (literal.Length == 0) return;
        parts.Add((literal.ToString(), false));
        literal.Clear();
    }
}
