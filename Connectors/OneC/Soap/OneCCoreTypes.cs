using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Structures of the 1C core schema (<c>http://v8.1c.ru/8.1/data/core</c>): their XML is brought to a record.</summary>
internal static class OneCCoreTypes
{
    private const string NameAttribute = "@name";

    /// <summary>Reads a <c>Structure</c>: properties, each with its name in an attribute; that is no shape of data a service would have of its own.</summary>
    public static bool TryRead(object? value, Func<object?, object?> read, out object? made)
    {
        made = null;
        var properties = value switch
        {
            ConnectorTable { IsStream: false, Rows.Count: > 0 } table when table.Columns.Any(column => column.Name == NameAttribute) =>
                table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at])))).ToList(),
            IReadOnlyList<object?> items when value is not byte[] && items.Count > 0 && items.All(item => item is ConnectorRecord) => items.Cast<ConnectorRecord>().ToList(),
            ConnectorRecord { Count: 1 } wrapper when wrapper.TryGet("Property", out var inside) => Inside(inside),
            ConnectorRecord one when one.Contains(NameAttribute) => [one],
            _ => [],
        };
        if (properties.Count == 0 || !properties.TrueForAll(IsProperty)) return false;
        made = new ConnectorRecord(properties.Select(property => KeyValuePair.Create((string)property[NameAttribute]!, read(property["Value"]))));
        return true;
    }

    private static List<ConnectorRecord> Inside(object? properties) => properties switch
    {
        ConnectorTable { IsStream: false } table => table.Rows.Select(row => new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at])))).ToList(),
        IReadOnlyList<object?> items => items.OfType<ConnectorRecord>().ToList(),
        ConnectorRecord one => [one],
        _ => [],
    };

    private static bool IsProperty(ConnectorRecord property) => property[NameAttribute] is string && property.Names.All(name => name is NameAttribute or "Value");
}
