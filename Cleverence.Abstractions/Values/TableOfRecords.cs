namespace Cleverence.Connectivity;

/// <summary>Builds a table from records: finds the columns and their kinds, then lays the values out in rows.</summary>
internal static class TableOfRecords
{
    public static ConnectorTable Build(IEnumerable<ConnectorRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var kept = records as IReadOnlyList<ConnectorRecord> ?? records.ToList();
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        var kinds = new List<ValueKind>();
        foreach (var record in kept)
        {
            foreach (var (name, value) in record)
            {
                var kind = ConnectorValues.KindOf(value);
                if (!order.TryGetValue(name, out var at))
                {
                    order.Add(name, kinds.Count);
                    kinds.Add(kind);
                }
                else
                {
                    kinds[at] = Join(kinds[at], kind);
                }
            }
        }

        var columns = order.Keys.Select((name, at) => new TableColumn(name, kinds[at] == ValueKind.Null ? ValueKind.String : kinds[at])).ToArray();
        return new ConnectorTable(columns, kept.Select(record => Row(record, order, columns)).ToList());
    }

    private static object?[] Row(ConnectorRecord record, Dictionary<string, int> order, TableColumn[] columns)
    {
        var row = new object?[columns.Length];
        foreach (var (name, value) in record)
        {
            var at = order[name];
            row[at] = columns[at].Type switch
            {
                ValueKind.Decimal when value is long whole => (decimal)whole,
                ValueKind.String when value is not null and not string => ConnectorValues.ToText(value),
                _ => value,
            };
        }

        return row;
    }

    private static ValueKind Join(ValueKind known, ValueKind met) => (known, met) switch
    {
        _ when known == met || met == ValueKind.Null => known,
        (ValueKind.Null, _) => met,
        (ValueKind.Integer, ValueKind.Decimal) or (ValueKind.Decimal, ValueKind.Integer) => ValueKind.Decimal,
        _ => ValueKind.String,
    };
}
