using System.Data;
using System.Globalization;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.Classic;

/// <summary>Makes tables of rows, data tables and data readers. A data reader is read to its end here: it lives on the connector's thread.</summary>
internal static class ContractTables
{
    public static ConnectorTable From(object value, int depth) => value switch
    {
        RowCollection rows => FromRows(rows, depth),
        DataTable table => FromDataTable(table, table.Rows.Cast<DataRow>(), depth),
        IDataReader reader => FromReader(reader, depth),
        _ => throw ContractValues.Refused($"the type {value.GetType()} is no table"),
    };

    public static ConnectorTable FromRows(IEnumerable<Row> rows, int depth) =>
        ConnectorTable.FromRecords(Limited(rows.Select(row => RecordWriter.Fields(row.Fields, depth + 1))));

    public static ConnectorTable FromDataRows(IEnumerable<DataRow> rows, int depth)
    {
        var list = rows.ToList();
        return list.Count == 0 ? new ConnectorTable([], []) : FromDataTable(list[0].Table, list, depth);
    }

    public static ConnectorRecord Record(DataRow row, int depth) =>
        new(row.Table.Columns.Cast<DataColumn>().Select(column => KeyValuePair.Create(column.ColumnName, ContractValues.From(row[column], depth + 1))));

    /// <summary>Makes a table of any converted value, for a caller that asked for one.</summary>
    public static ConnectorTable? Forced(object? value) => value switch
    {
        null => null,
        ConnectorTable table => table,
        ConnectorRecord record => ConnectorTable.FromRecords([record]),
        IReadOnlyList<object?> list => ConnectorTable.FromRecords(list.Select(item => item as ConnectorRecord ?? new ConnectorRecord { { "Value", item } })),
        _ => ConnectorTable.FromRecords([new ConnectorRecord { { "Value", value } }]),
    };

    public static ConnectorException TooLarge() =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The connector returned more than {ConnectorTable.MaxRows} rows. Narrow the request.")
        {
            MessageRu = $"Коннектор вернул больше {ConnectorTable.MaxRows} строк. Сузьте запрос.",
        });

    private static ConnectorTable FromDataTable(DataTable table, IEnumerable<DataRow> rows, int depth)
    {
        var declared = table.Columns.Cast<DataColumn>().Select(column => new TableColumn(column.ColumnName, KindOf(column.DataType))).ToList();
        return Built(declared, rows.Where(row => row.RowState != DataRowState.Deleted).Select(row => row.ItemArray), depth);
    }

    private static ConnectorTable FromReader(IDataReader reader, int depth)
    {
        using (reader)
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            var declared = Enumerable.Range(0, reader.FieldCount).Select(at => new TableColumn(Unique(reader.GetName(at), at, taken), KindOf(reader.GetFieldType(at)))).ToList();
            return Built(declared, Read(reader), depth);
        }
    }

    private static IEnumerable<object?[]> Read(IDataReader reader)
    {
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    // The kinds come from the values where there are any: a column of numbers may hold a text, and a date may bear a zone.
    private static ConnectorTable Built(List<TableColumn> declared, IEnumerable<object?[]> rows, int depth)
    {
        var records = Limited(rows.Select(row =>
        {
            var record = new ConnectorRecord();
            for (var at = 0; at < declared.Count; at++) record.Append(declared[at].Name, ContractValues.From(row[at], depth + 1));
            return record;
        }));
        var found = ConnectorTable.FromRecords(records);
        var valued = new bool[declared.Count];
        foreach (var row in found.Rows)
        {
            for (var at = 0; at < row.Length; at++) valued[at] |= row[at] is not null;
        }

        return new ConnectorTable([.. declared.Select((column, at) => valued[at] ? found.Columns[at] : column)], found.Rows);
    }

    private static List<ConnectorRecord> Limited(IEnumerable<ConnectorRecord> records)
    {
        var list = new List<ConnectorRecord>();
        foreach (var record in records)
        {
            if (list.Count == ConnectorTable.MaxRows) throw TooLarge();
            list.Add(record);
        }

        return list;
    }

    private static ValueKind KindOf(Type? type) => type is null ? ValueKind.String : ParameterKind.Of(type) ?? ValueKind.String;

    private static string Unique(string? name, int at, HashSet<string> taken)
    {
        var wanted = string.IsNullOrEmpty(name) ? $"Column{(at + 1).ToString(CultureInfo.InvariantCulture)}" : name;
        var unique = wanted;
        for (var number = 2; !taken.Add(unique); number++) unique = wanted + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
