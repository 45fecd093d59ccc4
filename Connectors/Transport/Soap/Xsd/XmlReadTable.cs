using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Lays records of one type out as a table: the columns of the type first, then what came beside them.</summary>
internal sealed class XmlReadTable
{
    private readonly List<(string Name, ValueKind? Kind)> columns;
    private readonly int declared;
    private readonly List<object?[]> rows = [];

    public XmlReadTable(XsdType? type = null)
    {
        var fields = type?.Fields.List ?? [];
        columns = new(fields.Length);
        foreach (var field in fields) columns.Add((field.Name, field.Kind));
        declared = fields.Length;
    }

    public int Count => rows.Count;

    public void Add(object?[] row, ConnectorRecord? others)
    {
        rows.Add(row);
        if (others is null) return;
        foreach (var (name, value) in others) Put(name, value);
    }

    public void Add(ConnectorRecord record)
    {
        rows.Add(new object?[declared]);
        foreach (var (name, value) in record) Put(name, value);
    }

    public void AddEmpty() => rows.Add(new object?[declared]);

    /// <summary>The table; a list of records where the values of one column are of kinds that no column can hold together.</summary>
    public object Value()
    {
        var kinds = new TableColumn[columns.Count];
        for (var at = 0; at < kinds.Length; at++)
        {
            if (KindOf(at) is not { } kind) return Records();
            kinds[at] = new TableColumn(columns[at].Name, kind);
        }

        foreach (var row in rows) Fit(row, kinds);
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].Length < kinds.Length) rows[at] = Widened(rows[at], kinds.Length);
        }

        return new ConnectorTable(kinds, rows);
    }

    private void Put(string name, object? value)
    {
        var at = columns.FindIndex(column => column.Name == name);
        if (at < 0)
        {
            at = columns.Count;
            columns.Add((name, null));
        }

        if (rows[^1].Length <= at) rows[^1] = Widened(rows[^1], at + 1);
        rows[^1][at] = value;
    }

    private static object?[] Widened(object?[] row, int length)
    {
        Array.Resize(ref row, length);
        return row;
    }

    private ValueKind? KindOf(int at)
    {
        ValueKind? seen = null;
        foreach (var row in rows)
        {
            if (at >= row.Length || row[at] is not { } value || !ConnectorValues.TryKindOf(value, out var kind) || kind == seen) continue;
            seen = seen is null ? kind : Join(seen.Value, kind);
            if (seen is null) return null;
        }

        return seen ?? columns[at].Kind ?? ValueKind.String;
    }

    private static ValueKind? Join(ValueKind one, ValueKind other)
    {
        if (one >= ValueKind.List || other >= ValueKind.List) return null;
        return one is ValueKind.Integer or ValueKind.Decimal && other is ValueKind.Integer or ValueKind.Decimal ? ValueKind.Decimal : ValueKind.String;
    }

    private static void Fit(object?[] row, TableColumn[] kinds)
    {
        for (var at = 0; at < row.Length; at++)
        {
            if (kinds[at].Type == ValueKind.Decimal && row[at] is long whole) row[at] = (decimal)whole;
            else if (kinds[at].Type == ValueKind.String && row[at] is { } value and not string) row[at] = ConnectorValues.ToText(value);
        }
    }

    private List<object?> Records()
    {
        var records = new List<object?>(rows.Count);
        foreach (var row in rows)
        {
            var record = new ConnectorRecord();
            for (var at = 0; at < row.Length; at++) record.Add(columns[at].Name, row[at]);
            records.Add(record);
        }

        return records;
    }
}
