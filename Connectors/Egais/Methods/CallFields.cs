using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json;

namespace Connectors.Egais;

/// <summary>Reads what callers give: records by any of a field's names, lists, tables, and JSON text in their place.</summary>
internal static class CallFields
{
    /// <summary>The text of a field, or null where it is absent, empty or no simple value.</summary>
    public static string? TextOf(this ConnectorRecord record, params ReadOnlySpan<string> names) => Simple(record.ValueOf(names));

    public static object? ValueOf(this ConnectorRecord record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (record.TryGet(name, out var value) && value is not null) return value;
        }

        return null;
    }

    /// <summary>A record given as such or as JSON text; an empty one for nothing.</summary>
    public static ConnectorRecord Record(object? value, string name) => Parsed(value) switch
    {
        null => [],
        ConnectorRecord record => record,
        _ => throw Wrong(name, "a record", "запись"),
    };

    /// <summary>The rows of a value: a list, a table, JSON text of one, or the one value itself.</summary>
    public static IReadOnlyList<object?> Rows(object? value) => Parsed(value) switch
    {
        null => [],
        ConnectorTable table => [.. table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at]))))],
        IReadOnlyList<object?> list => list,
        string { Length: 0 } => [],
        var one => [one],
    };

    /// <summary>The records of a value; anything else in it is refused by name.</summary>
    public static IReadOnlyList<ConnectorRecord> Records(object? value, string name) => [.. Rows(value).Select(row => row as ConnectorRecord ?? throw Wrong(name, "a list of records", "список записей"))];

    /// <summary>The texts of a value that holds one or several.</summary>
    public static IReadOnlyList<string> Texts(object? value) => [.. Rows(value).Select(Simple).OfType<string>()];

    private static string? Simple(object? value) => value switch
    {
        null or ConnectorRecord or ConnectorTable or byte[] or IReadOnlyList<object?> => null,
        string text => text.Trim() is { Length: > 0 } trimmed ? trimmed : null,
        _ => ConnectorValues.ToText(value),
    };

    private static object? Parsed(object? value)
    {
        if (value is not string text || text.TrimStart() is not ['{' or '[', ..]) return value;
        try
        {
            return JsonValues.FromJson(JsonText.Parse(text));
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static ConnectorException Wrong(string name, string what, string whatRu) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The argument '{name}' is not {what}.") { MessageRu = $"Аргумент «{name}» — не {whatRu}.", Offenders = [$"{name}: not {what}"] });
}
