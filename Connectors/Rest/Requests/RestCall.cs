using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Arguments;
using Newtonsoft.Json.Linq;

namespace Connectors.Rest;

/// <summary>The arguments of one call, as the places of its template take them.</summary>
internal sealed class RestCall(RestTemplate template, BoundArguments arguments)
{
    /// <summary>The page asked for, where the body says which; null for none.</summary>
    public PageField? Page { get; init; }

    /// <summary>Whether there is a value to write: an argument left out or given as null has none.</summary>
    public bool Has(string name) => ValueOf(name) is not null;

    public object? ValueOf(string name) => template.Arguments.IndexOf(name) is >= 0 and var at ? arguments[at] : null;

    /// <summary>The same call for one of its pages.</summary>
    public RestCall At(PageField page) => new(template, arguments) { Page = page };

    /// <summary>The one text of a value; empty for none.</summary>
    public string TextOf(string name)
    {
        var at = template.Arguments.IndexOf(name);
        if (at < 0) return "";
        var parameter = template.Parameters[at];
        return arguments[at] is IReadOnlyList<object?> items
            ? string.Join(parameter.Join, items.Select(parameter.TextOf))
            : parameter.TextOf(arguments[at]);
    }

    /// <summary>The texts of a value: one for each item of a list that is not joined.</summary>
    public IEnumerable<string> TextsOf(string name)
    {
        var parameter = template.Parameters[template.Arguments.IndexOf(name)];
        return parameter.Join.Length == 0 && ValueOf(name) is IReadOnlyList<object?> items ? items.Select(parameter.TextOf) : [TextOf(name)];
    }

    /// <summary>The JSON of a value; null, not a JSON null, for an argument left out.</summary>
    public JToken? JsonOf(string name)
    {
        var at = template.Arguments.IndexOf(name);
        if (at < 0 || !arguments.IsGiven(at)) return null;
        var parameter = template.Parameters[at];
        return arguments[at] switch
        {
            IReadOnlyList<object?> items when parameter.Format is not null => new JArray(items.Select(item => Formatted(parameter, item))),
            IReadOnlyList<object?> items when parameter.Join.Length > 0 => new JValue(string.Join(parameter.Join, items.Select(parameter.TextOf))),
            var value when parameter.Format is not null => Formatted(parameter, value),
            var value => JsonValues.ToJson(value),
        };
    }

    private static JToken Formatted(RestParameter parameter, object? value) =>
        value is DateTime or DateTimeOffset or decimal or long or bool ? new JValue(parameter.TextOf(value)) : JsonValues.ToJson(value);
}
