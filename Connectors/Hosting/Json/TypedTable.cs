using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>Tables in arguments: <c>{"columns":[{"name","type"}],"rows":[[…]]}</c>, each cell of its column's kind.</summary>
internal static class TypedTable
{
    public static ConnectorTable Of(ConnectorRecord fields, long offset)
    {
        foreach (var name in fields.Names)
        {
            if (name is not ("$type" or "columns" or "rows")) throw Malformed(offset);
        }

        if (fields["columns"] is not List<object?> columns || fields["rows"] is not List<object?> rows) throw Malformed(offset);
        if (rows.Count > ConnectorTable.MaxRows)
        {
            throw new JsonFault(offset, $"a table has at most {ConnectorTable.MaxRows} rows, here are {rows.Count}", $"в таблице не больше {ConnectorTable.MaxRows} строк, здесь {rows.Count}")
            {
                Code = ConnectorErrorCode.TooLarge,
            };
        }

        var typed = columns.ConvertAll(column => ColumnOf(column, offset));
        var cells = new object?[rows.Count][];
        for (var i = 0; i < cells.Length; i++) cells[i] = RowOf(rows[i], typed, i, offset);
        return new ConnectorTable(typed, cells);
    }

    private static TableColumn ColumnOf(object? column, long offset) =>
        column is ConnectorRecord { Count: 2 } fields && fields["name"] is string name && fields["type"] is string type
            ? new TableColumn(name, TypedValue.KindOf(type, offset))
            : throw TypedValue.Fault(offset, "a column of a table is written {\"name\":…,\"type\":…}", "столбец таблицы записывается как {\"name\":…,\"type\":…}");

    private static object?[] RowOf(object? row, List<TableColumn> columns, int number, long offset)
    {
        if (row is not List<object?> given || given.Count != columns.Count)
        {
            throw TypedValue.Fault(offset, $"row {number + 1} of the table needs {columns.Count} cells", $"в строке {number + 1} таблицы должно быть ячеек: {columns.Count}");
        }

        var cells = new object?[given.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = CellOf(columns[i], given[i], number, offset);
        return cells;
    }

    private static object? CellOf(TableColumn column, object? cell, int number, long offset)
    {
        try
        {
            return TypedValue.ToKind(column.Type, cell, offset);
        }
        catch (JsonFault)
        {
            var kind = ConnectorValues.NameOf(column.Type);
            throw TypedValue.Fault(offset, $"row {number + 1}, column '{column.Name}' of the table is not {kind}", $"строка {number + 1}, столбец «{column.Name}» таблицы: это не {kind}");
        }
    }

    private static JsonFault Malformed(long offset) => TypedValue.Fault(
        offset, "a table is written {\"columns\":[…],\"rows\":[[…]]}", "таблица записывается как {\"columns\":[…],\"rows\":[[…]]}");
}
