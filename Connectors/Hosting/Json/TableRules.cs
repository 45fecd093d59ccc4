using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>What a table must keep to before a caller is given it: its limit of rows, and each cell of its column's kind.</summary>
internal static class TableRules
{
    public static void Check(IReadOnlyList<TableColumn> columns, object?[] row, int index)
    {
        if (row.Length != columns.Count)
        {
            throw Invalid($"row {index + 1} has {row.Length} cells for {columns.Count} columns", $"в строке {index + 1} ячеек {row.Length}, а столбцов {columns.Count}");
        }

        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] is null) continue;
            if (!ConnectorValues.TryKindOf(row[i], out var kind) || kind != columns[i].Type) throw WrongCell(columns[i], kind, index);
            if (kind is ValueKind.List or ValueKind.Record or ValueKind.Table) CheckInside(row[i]);
        }
    }

    public static ConnectorException StreamInside() =>
        Invalid("a table that is read only once cannot lie inside another value", "таблица, читаемая один раз, не может лежать внутри другого значения");

    public static ConnectorException TooManyRows() =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The table has more than {ConnectorTable.MaxRows} rows. Narrow the request.")
        {
            MessageRu = $"В таблице больше {ConnectorTable.MaxRows} строк. Сузьте запрос.",
        });

    // A row is written only when all of it can be: half a row would leave the answer unreadable.
    private static void CheckInside(object? value)
    {
        switch (value)
        {
            case ConnectorTable { IsStream: true }:
                throw StreamInside();
            case ConnectorTable table:
                for (var i = 0; i < table.Rows.Count; i++) Check(table.Columns, table.Rows[i], i);
                break;
            case ConnectorRecord record:
                foreach (var field in record) CheckInside(field.Value);
                break;
            case IReadOnlyList<object?> list:
                foreach (var item in list) CheckInside(item);
                break;
            default:
                ConnectorValues.KindOf(value);
                break;
        }
    }

    private static ConnectorException WrongCell(TableColumn column, ValueKind kind, int index)
    {
        var (wanted, given) = (ConnectorValues.NameOf(column.Type), kind == ValueKind.Null ? "?" : ConnectorValues.NameOf(kind));
        return Invalid($"row {index + 1}, column '{column.Name}' is {given}, not {wanted}", $"строка {index + 1}, столбец «{column.Name}»: {given}, а не {wanted}");
    }

    private static ConnectorException Invalid(string text, string textRu) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The connector returned a wrong table: {text}.") { MessageRu = $"Коннектор вернул неверную таблицу: {textRu}." });
}
