using Cleverence.Connectivity;

namespace Connectors.OneC.OData;

/// <summary>Writes the arguments of virtual tables, in parentheses or as a query; releases of 1C differ in which of the two they take.</summary>
internal sealed class TableArguments(EdmModel model, ODataLiteral literals)
{
    private static readonly EdmProperty Moment = new("Period", EdmKind.DateTime, "Edm.DateTime");

    /// <summary>Names and literals, not yet escaped.</summary>
    /// <exception cref="ConnectorException">An argument is not what its name says.</exception>
    public IReadOnlyList<(string Name, string Literal)> Write(ConnectorRecord? arguments, EdmType? row) =>
        arguments is null ? [] : [.. arguments.Where(argument => argument.Value is not null).Select(argument => (NameOf(argument.Key), One(argument.Key, argument.Value, row)))];

    /// <summary><c>Balance(Period=…,Condition=…)</c>. A slash inside is escaped, so that the path keeps its steps.</summary>
    public static string InParentheses(string table, IReadOnlyList<(string Name, string Literal)> arguments) =>
        $"{table}({string.Join(',', arguments.Select(argument => $"{AddressText.Encode(argument.Name)}={AddressText.Encode(argument.Literal).Replace("/", "%2F", StringComparison.Ordinal)}"))})";

    /// <summary><c>Period=…</c> and so on, for the query.</summary>
    public static IReadOnlyList<string> InQuery(IReadOnlyList<(string Name, string Literal)> arguments) =>
        [.. arguments.Select(argument => $"{AddressText.Encode(argument.Name)}={AddressText.Encode(argument.Literal)}")];

    private string One(string name, object? value, EdmType? row)
    {
        if (name.EndsWith("Period", StringComparison.OrdinalIgnoreCase)) return literals.Of(value, Moment with { Name = name }, name);
        if (name.EndsWith("Condition", StringComparison.OrdinalIgnoreCase)) return ODataLiteral.Text(Condition(value, row));
        if (name.EndsWith("Dimensions", StringComparison.OrdinalIgnoreCase)) return ODataLiteral.Text(string.Join(',', FieldList.NamesOf(value, name)));
        return literals.Untyped(value) ?? throw ODataErrors.Argument(name, "an argument of a virtual table is a simple value", "аргумент виртуальной таблицы — простое значение");
    }

    private string Condition(object? value, EdmType? row)
    {
        if (row is not null) return new FilterBuilder(model, literals).Build(value, row).Text();
        return value is string raw ? raw : throw ODataErrors.Argument("Condition", "the base does not describe this table, so give the condition as text", "база не описывает эту таблицу, передайте условие текстом");
    }

    private static string NameOf(string name) =>
        ODataLiteral.IsName(name) ? name : throw ODataErrors.Argument("arguments", $"'{name}' is not the name of an argument", $"«{name}» — не имя аргумента");
}
