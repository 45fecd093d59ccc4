using System.Globalization;
using System.Text;
using Cleverence.Connectivity;

namespace TsdClient;

/// <summary>The named variables of the running algorithm, found without case, and the expressions over them.</summary>
internal sealed class TsdSession
{
    private readonly Dictionary<string, object?> variables = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<KeyValuePair<string, object?>> Variables => variables;

    public object? this[string name]
    {
        get => variables.GetValueOrDefault(name);
        set => variables[name] = value;
    }

    /// <summary>Evaluates a parameter: one expression in braces gives its value with its type, anything else text.</summary>
    public object? Evaluate(string text)
    {
        if (text.Length > 2 && text[0] == '{' && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1) return Find(text[1..^1].Trim());
        var made = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) return made.Append(text.AsSpan(at)).ToString();
            made.Append(text.AsSpan(at, open - at)).Append(ConnectorValues.ToText(Find(text[(open + 1)..close].Trim())));
            at = close + 1;
        }

        return made.ToString();
    }

    public static bool Mentions(string text, string name) => text.Contains($"{{{name}}}", StringComparison.OrdinalIgnoreCase);

    private object? Find(string path)
    {
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (variables.TryGetValue(path, out var whole)) return whole;
        if (parts.Length == 0 || !variables.TryGetValue(parts[0], out var value))
        {
            throw new TsdMistakeException($"The session has no variable '{path}'. It has: {string.Join(", ", variables.Keys)}.");
        }

        return parts.Skip(1).Aggregate(value, (holder, part) => Member(holder, part, path));
    }

    private static object? Member(object? holder, string part, string path) => (holder, part) switch
    {
        (ConnectorTable table, _) when part.Equals("Count", StringComparison.OrdinalIgnoreCase) => (long)table.Rows.Count,
        (IReadOnlyList<object?> list, _) when part.Equals("Count", StringComparison.OrdinalIgnoreCase) => (long)list.Count,
        (ConnectorTable table, ['[', ..]) when Index(part) is { } at && at < table.Rows.Count =>
            new ConnectorRecord(table.Columns.Select((column, cell) => KeyValuePair.Create(column.Name, table.Rows[at][cell]))),
        (IReadOnlyList<object?> list, ['[', ..]) when Index(part) is { } at && at < list.Count => list[at],
        (ConnectorRecord record, _) when record.TryGet(part, out var field) => field,
        _ => throw new TsdMistakeException($"'{path}': there is no '{part}' here."),
    };

    private static int? Index(string part) =>
        int.TryParse(part.Trim('[', ']'), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
}
