using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Reads records that callers give, by any of a field's names.</summary>
internal static class RecordFields
{
    /// <summary>The text of a field, or null where it is absent, empty or no simple value.</summary>
    public static string? Text(this ConnectorRecord record, params ReadOnlySpan<string> names) => record.Value(names) switch
    {
        null or ConnectorRecord or ConnectorTable or byte[] => null,
        string text => text.Trim() is { Length: > 0 } trimmed ? trimmed : null,
        IReadOnlyList<object?> => null,
        var value => ConnectorValues.ToText(value),
    };

    public static object? Value(this ConnectorRecord record, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (record.TryGet(name, out var value) && value is not null) return value;
        }

        return null;
    }

    /// <summary>The rows of a field: a list, a table, or one record.</summary>
    public static IReadOnlyList<object?> Rows(object? value) => value switch
    {
        null => [],
        ConnectorTable table => [.. table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at]))))],
        IReadOnlyList<object?> list => list,
        _ => [value],
    };

    /// <summary>The texts of a field that holds one code or several.</summary>
    public static IReadOnlyList<string> Texts(object? value) => [.. Rows(value).Select(ConnectorValues.ToText).Where(text => text.Length > 0)];

    public static bool Has(this ConnectorRecord record, string name) => record.TryGet(name, out var value) && value is not null and not "";
}
