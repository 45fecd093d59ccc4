using System.Globalization;
using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Writes values into addresses as OData of 1C reads them. Whatever a text holds, it stays one text.</summary>
internal sealed class ODataLiteral(OneCZone zone)
{
    private readonly OneCWriter writer = new(zone);

    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Guid(Guid value) => $"guid'{value:D}'";

    /// <summary>The literal of a value for a property; the empty value of 1C stands for null.</summary>
    /// <exception cref="ConnectorException">The property takes no such value.</exception>
    public string Of(object? value, EdmProperty property, string argument) =>
        (property.IsComposite ? Composite(value, argument) : Plain(value, property.Kind)) ?? throw ODataErrors.WrongValue(argument, property, value);

    /// <summary>The literal of a value whose place tells nothing of its type; null when it has none.</summary>
    public string? Untyped(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        long or decimal => ConnectorValues.ToText(value),
        DateTime or DateTimeOffset => Plain(value, EdmKind.DateTime),
        string text => System.Guid.TryParseExact(text, "D", out var guid) ? Guid(guid) : Text(text),
        _ => null,
    };

    public string? Plain(object? value, EdmKind kind) => kind switch
    {
        EdmKind.Guid => writer.TryText(value, OneCType.Reference, out var id) ? $"guid'{id}'" : null,
        EdmKind.DateTime => writer.TryText(value, OneCType.Date, out var date) ? $"datetime'{date}'" : null,
        EdmKind.Integer => ConnectorValues.TryConvert(value, typeof(long), out var whole) && whole is long number ? number.ToString(CultureInfo.InvariantCulture) : null,
        EdmKind.Number => ConnectorValues.TryConvert(value, typeof(decimal), out var real) && real is decimal digits ? digits.ToString(CultureInfo.InvariantCulture) : null,
        EdmKind.Boolean => ConnectorValues.TryConvert(value, typeof(bool), out var flag) && flag is bool yes ? yes ? "true" : "false" : null,
        EdmKind.String or EdmKind.Enum or EdmKind.Other => value is null ? "''" : value is string or long or decimal or bool ? Text(ConnectorValues.ToText(value)) : null,
        _ => null,
    };

    // A reference among several types is compared through its type: the bare identifier equals nothing there.
    private string? Composite(object? value, string argument)
    {
        if (value is not ConnectorRecord typed) return value is string text && System.Guid.TryParse(text, out _) ? null : value is null ? null : Untyped(value);
        if (typed["type"] is not string type || !typed.TryGet("value", out var inner)) return null;
        if (!IsName(type)) throw ODataErrors.Argument(argument, $"'{type}' is not the name of a type", $"«{type}» — не имя типа");
        return writer.TryText(inner, OneCType.Reference, out var id) ? $"cast(guid'{id}',{Text(type)})" : null;
    }

    /// <summary>Whether a text is a name of 1C: letters, digits and underscores.</summary>
    public static bool IsName(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
