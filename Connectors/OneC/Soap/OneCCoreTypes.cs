using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Structures and maps of the 1C core schema (<c>http://v8.1c.ru/8.1/data/core</c>): their XML is brought to a record.</summary>
internal static class OneCCoreTypes
{
    /// <summary>Reads a <c>Structure</c> or <c>Map</c> that was read as plain XML.</summary>
    public static bool TryRead(ConnectorRecord record, Func<object?, object?> read, out object? value)
    {
        value = null;
        if (record.Count != 1) return false;
        var (name, inside) = record.First();
        switch (name)
        {
            case "Property":
                return TryPairs(inside, "name", read, out value);
            case "pair":
                return TryPairs(inside, "Key", read, out value);
            default:
                return false;
        }
    }

    private static bool TryPairs(object? inside, string key, Func<object?, object?> read, out object? value)
    {
        var pairs = inside switch
        {
            ConnectorTable { IsStream: false } table => table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at])))).ToList(),
            IReadOnlyList<object?> items => items.OfType<ConnectorRecord>().ToList(),
            ConnectorRecord one => [one],
            _ => [],
        };
        value = null;
        if (pairs.Count == 0 || pairs.Any(pair => Name(pair, key) is null)) return false;
        value = new ConnectorRecord(pairs.Select(pair => KeyValuePair.Create(Name(pair, key)!, read(pair["Value"]))));
        return true;
    }

    private static string? Name(ConnectorRecord pair, string key) => (pair[key] ?? pair[$"@{key}"]) is { } name ? ConnectorValues.ToText(name) : null;
}
