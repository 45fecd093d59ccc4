using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Gives values of the closed set the types that classic connectors were written for.</summary>
internal static class ClassicObjects
{
    public static object? From(object? value) => value switch
    {
        long whole => whole is >= int.MinValue and <= int.MaxValue ? (object)(int)whole : whole,
        DateTimeOffset moment => moment.LocalDateTime,
        ConnectorRecord record => record["$kind"] is string kind && ModelTypes.Find(kind) is { } type && ModelTypes.IsModel(type) ? RecordReader.Read(record, type) : Tree(null, record),
        ConnectorTable table => Table(table),
        byte[] => value,
        IReadOnlyList<object?> list => list.Select(From).ToList(),
        _ => value,
    };

    public static RowCollection Table(ConnectorTable table)
    {
        var rows = new RowCollection();
        rows.AddRange(Records(table).Select(Row));
        return rows;
    }

    /// <summary>The rows in whatever form a table may have arrived.</summary>
    public static IEnumerable<Row> Rows(object? value) => value switch
    {
        ConnectorTable table => Records(table).Select(Row),
        IReadOnlyList<object?> list => list.OfType<ConnectorRecord>().Select(Row),
        ConnectorRecord record when record["columns"] is IReadOnlyList<object?> columns && record["rows"] is IReadOnlyList<object?> rows => Wire(columns, rows),
        _ => [],
    };

    public static IEnumerable<ConnectorRecord> Records(ConnectorTable table)
    {
        var rows = table.IsStream ? table.ReadAsync().ToBlockingEnumerable() : table.Rows;
        foreach (var row in rows)
        {
            yield return new ConnectorRecord(table.Columns.Select((column, at) => KeyValuePair.Create(column.Name, row[at])));
        }
    }

    private static Row Row(ConnectorRecord record)
    {
        var row = new Row();
        foreach (var (name, cell) in record) row.Fields.Add(new FieldValue(name, From(cell)));
        return row;
    }

    // A table inside of a stored JSON document is read as the record it was written as.
    private static IEnumerable<Row> Wire(IReadOnlyList<object?> columns, IReadOnlyList<object?> rows)
    {
        var names = columns.Select(column => (column as ConnectorRecord)?["name"] as string ?? "").ToList();
        return rows.OfType<IReadOnlyList<object?>>().Select(cells => Row(new ConnectorRecord(names.Zip(cells, KeyValuePair.Create))));
    }

    private static UEObject Tree(string? name, object? value)
    {
        var node = new UEObject(name);
        if (value is ConnectorRecord record)
        {
            node.MarkObject();
            foreach (var (child, childValue) in record) Add(node, child, childValue);
        }
        else if (value is IReadOnlyList<object?> list)
        {
            node.IsArray = true;
            foreach (var item in list) node.AddNode(Tree(name, item));
        }
        else
        {
            node.OValue = From(value);
        }

        return node;
    }

    private static void Add(UEObject node, string name, object? value)
    {
        if (name == "#text") node.OValue = From(value);
        else if (name.Length > 1 && name[0] == '@' && value is not (ConnectorRecord or IReadOnlyList<object?>)) node.SetAttribute(name[1..], From(value));
        else node.AddNode(Tree(name, value));
    }
}
