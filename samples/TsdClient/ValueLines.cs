using System.Globalization;
using Cleverence.Connectivity;

namespace TsdClient;

/// <summary>Lays a value out in the lines of the screen's body.</summary>
internal static class ValueLines
{
    public static IReadOnlyList<string> Of(object? value, Words words, int firstRow = 0) => value switch
    {
        null => [words.Empty],
        ConnectorTable table => TableLines.Of(table, words, firstRow),
        ConnectorRecord record when Sentence(record, words) is { } sentence => Cut(Sentences(record, sentence, words), words),
        ConnectorRecord record => Cut(record.SelectMany(field => TextCells.Wrap($"{field.Key}: {Short(field.Value, words)}", Screen.BodyWidth)), words),
        byte[] bytes => Cut(TextCells.Wrap(Convert.ToBase64String(bytes), Screen.BodyWidth), words),
        IReadOnlyList<object?> items => Cut(items.SelectMany(item => TextCells.Wrap($"• {Short(item, words)}", Screen.BodyWidth)), words),
        _ => Cut(TextCells.Wrap(ConnectorValues.ToText(value), Screen.BodyWidth), words),
    };

    public static string Short(object? value, Words words) => value switch
    {
        ConnectorTable table => string.Format(CultureInfo.InvariantCulture, words.Rows, table.Rows.Count),
        ConnectorRecord record => string.Join(", ", record.Select(field => $"{field.Key}={Short(field.Value, words)}")),
        byte[] => "…",
        IReadOnlyList<object?> items => string.Join(", ", items.Select(item => Short(item, words))),
        _ => ConnectorValues.ToText(value),
    };

    // An answer that says itself what a person should read is shown by that; its other fields are in the session, for the directions.
    private static string? Sentence(ConnectorRecord record, Words words) =>
        record.TryGet(words.TextField, out var text) && text is string { Length: > 0 } sentence ? sentence : null;

    private static IEnumerable<string> Sentences(ConnectorRecord record, string sentence, Words words)
    {
        var each = record.Select(field => field.Value).OfType<IReadOnlyList<object?>>().Where(list => list.Count > 1)
            .SelectMany(list => list.OfType<ConnectorRecord>().Select(item => Sentence(item, words)).OfType<string>().Select((text, at) => $"{at + 1}. {text}"));
        return ["", .. TextCells.Wrap(sentence, Screen.BodyWidth), "", .. each.SelectMany(line => TextCells.Wrap(line, Screen.BodyWidth))];
    }

    public static List<string> Cut(IEnumerable<string> lines, Words words)
    {
        var all = lines.ToList();
        if (all.Count <= Screen.BodyRows) return all;
        var shown = all.Take(Screen.BodyRows - 1).ToList();
        shown.Add(string.Format(CultureInfo.InvariantCulture, words.MoreRows, all.Count - shown.Count));
        return shown;
    }
}
