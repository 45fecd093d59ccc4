using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Writes one comparison, always in its own parentheses: precedence in 1C differs from what readers expect.</summary>
internal static class FilterOperator
{
    private const string Known = "eq, ne, gt, ge, lt, le, in, like, startsWith, endsWith, contains, isof";

    public static string Write(string name, string field, object? value, EdmProperty property, ODataLiteral literals) => name switch
    {
        "eq" or "ne" or "gt" or "ge" or "lt" or "le" => $"({field} {name} {literals.Of(value, property, property.Name)})",
        "in" => In(field, value, property, literals),
        "like" => $"(like({field},{Text(name, value, property)}))",
        "startsWith" => $"(startswith({field},{Text(name, value, property)}))",
        "endsWith" => $"(endswith({field},{Text(name, value, property)}))",
        "contains" => $"(substringof({Text(name, value, property)},{field}))",
        "isof" when value is string type && ODataLiteral.IsName(type) => $"(isof({field},{ODataLiteral.Text(type)}))",
        _ => throw ODataErrors.Argument("filter", $"{property.Name} has no operator '{name}'. Known: {Known}", $"у {property.Name} нет операции «{name}». Известны: {Known}"),
    };

    private static string In(string field, object? value, EdmProperty property, ODataLiteral literals)
    {
        if (value is not IReadOnlyList<object?> { Count: > 0 } items || value is byte[])
        {
            throw ODataErrors.Argument("filter", $"'in' of {property.Name} takes a list with at least one value", $"«in» у {property.Name} принимает список хотя бы из одного значения");
        }

        return $"({string.Join(" or ", items.Select(item => $"({field} eq {literals.Of(item, property, property.Name)})").Distinct(StringComparer.Ordinal))})";
    }

    private static string Text(string name, object? value, EdmProperty property) =>
        value is string text && property.Kind is EdmKind.String or EdmKind.Enum
            ? ODataLiteral.Text(text)
            : throw ODataErrors.Argument("filter", $"'{name}' compares texts, and {property.Name} or its value is none", $"«{name}» сравнивает тексты, а {property.Name} или значение — не текст");
}
