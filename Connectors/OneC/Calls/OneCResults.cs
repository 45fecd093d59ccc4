using Cleverence.Connectivity;

namespace Connectors.OneC;

/// <summary>Brings a result of a web service to the type its method is declared to have.</summary>
internal static class OneCResults
{
    public static object? Shape(object? value, OneCType type)
    {
        if (value is null || type is OneCType.Any) return value;
        if (type is OneCType.Table or OneCType.List) return Rows(value, type);
        if (type == OneCType.Record && value is ConnectorRecord) return value;
        var target = type switch
        {
            OneCType.Number => typeof(decimal),
            OneCType.Integer => typeof(long),
            OneCType.Boolean => typeof(bool),
            OneCType.Date => typeof(DateTime),
            OneCType.Binary => typeof(byte[]),
            _ => typeof(string),
        };
        return type != OneCType.Record && ConnectorValues.TryConvert(value, target, out var converted) ? converted : throw OneCValues.Unexpected(ConnectorValues.ToText(value), type);
    }

    // A table of 1C is an object whose one field repeats.
    private static object Rows(object value, OneCType type)
    {
        if (value is ConnectorRecord { Count: 1 } wrapper && wrapper.First().Value is ConnectorTable or IReadOnlyList<object?>) value = wrapper.First().Value!;
        return (value, type) switch
        {
            (ConnectorTable, OneCType.Table) => value,
            (ConnectorRecord { Count: 0 }, OneCType.Table) => new ConnectorTable([], []),
            (ConnectorTable table, _) => table.Rows.Select(row => (object?)new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at])))).ToList(),
            (ConnectorRecord one, OneCType.Table) => ConnectorTable.FromRecords([one]),
            (IReadOnlyList<object?> items, OneCType.Table) when items.All(item => item is ConnectorRecord) => ConnectorTable.FromRecords(items.Cast<ConnectorRecord>()),
            (IReadOnlyList<object?>, OneCType.List) when value is not byte[] => value,
            _ => throw OneCValues.Unexpected(ConnectorValues.ToText(value), type),
        };
    }
}
