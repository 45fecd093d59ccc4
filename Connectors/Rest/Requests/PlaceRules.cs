using System.Xml;
using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>What the places of a template refuse, beside values of the wrong type.</summary>
internal static class PlaceRules
{
    public static Func<object, ArgumentProblem?>? For(RestParameter parameter) =>
        (parameter.Places & (Places.OneText | Places.Pair | Places.Bytes)) == 0 ? null : value => Problem(parameter, value);

    private static ArgumentProblem? Problem(RestParameter parameter, object value) => value switch
    {
        ConnectorRecord or ConnectorTable => NotText(value),
        byte[] bytes => Text(parameter, ConnectorValues.ToText(bytes)),
        IReadOnlyList<object?> items => List(parameter, items),
        _ => Text(parameter, parameter.TextOf(value)),
    };

    private static ArgumentProblem? List(RestParameter parameter, IReadOnlyList<object?> items)
    {
        if ((parameter.Places & (Places.OneText | Places.Bytes)) != 0 && parameter.Join.Length == 0) return NotText(items);
        foreach (var item in items)
        {
            if (item is null) return new("an item is null", "есть пустой элемент");
            if (item is ConnectorRecord or ConnectorTable or IReadOnlyList<object?>) return new($"an item is a {Kind(item)}, not text", $"элемент — {Kind(item)}, а не текст");
            var text = parameter.TextOf(item);
            if (parameter.Join.Length > 0 && text.Contains(parameter.Join, StringComparison.Ordinal)) return new($"the item '{Shown(text)}' holds the separator '{parameter.Join}'", $"в элементе '{Shown(text)}' есть разделитель '{parameter.Join}'");
            if (Text(parameter, text) is { } problem) return problem;
        }

        return items.Count == 0 && parameter.Places.HasFlag(Places.Path) ? Text(parameter, "") : null;
    }

    private static ArgumentProblem? Text(RestParameter parameter, string text)
    {
        // A dot segment would climb out of the template's path, and an empty one would name another resource.
        if (parameter.Places.HasFlag(Places.Path) && (text is "." or ".." || string.IsNullOrWhiteSpace(text))) return new($"'{text}' is not part of a path", $"'{text}' — не часть пути");
        if (parameter.Places.HasFlag(Places.Header) && !HeaderText.IsValue(text)) return new($"'{Shown(text)}' is not plain text for a header", $"'{Shown(text)}' — не простой текст для заголовка");
        if (parameter.Places.HasFlag(Places.Markup) && !IsMarkupText(text)) return new($"'{Shown(text)}' has characters that XML does not know", $"в '{Shown(text)}' есть символы, которых нет в XML");
        return parameter.Places.HasFlag(Places.FileName) && (text.Length == 0 || text.Any(letter => letter < ' ' || "\"/\\:*?<>|\u007f".Contains(letter, StringComparison.Ordinal)))
            ? new($"'{Shown(text)}' is not the name of a file", $"'{Shown(text)}' — не имя файла")
            : null;
    }

    // XML 1.0, 2.2: no escape brings the others in.
    private static bool IsMarkupText(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])) at++;
            else if (!XmlConvert.IsXmlChar(text[at])) return false;
        }

        return true;
    }

    private static ArgumentProblem NotText(object value) => new($"a {Kind(value)} is not text", $"{Kind(value)} — не текст");

    private static string Kind(object value) => ConnectorValues.NameOf(ConnectorValues.KindOf(value));

    private static string Shown(string text) => text.Length <= 30 ? text : $"{text[..29]}…";
}
