using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>What the places of a template refuse, beside values of the wrong type.</summary>
internal static class PlaceRules
{
    public static Func<object, ArgumentProblem?>? For(RestParameter parameter) => parameter.InText ? value => Problem(parameter, value) : null;

    private static ArgumentProblem? Problem(RestParameter parameter, object value)
    {
        if (value is ConnectorRecord or ConnectorTable || (value is IReadOnlyList<object?> && value is not byte[]))
        {
            var kind = ConnectorValues.NameOf(ConnectorValues.KindOf(value));
            return new($"a {kind} is not text", $"{kind} — не текст");
        }

        var text = ConnectorValues.ToText(value);
        // A dot segment would climb out of the template's path, and an empty one would name another resource.
        if (parameter.InPath && (text is "." or ".." || string.IsNullOrWhiteSpace(text))) return new($"'{text}' is not part of a path", $"'{text}' — не часть пути");
        return parameter.InHeader && text.Any(letter => letter is < ' ' or > '~') ? new($"'{text}' is not plain text for a header", $"'{text}' — не простой текст для заголовка") : null;
    }
}
