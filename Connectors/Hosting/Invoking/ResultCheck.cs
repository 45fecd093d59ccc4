using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Checks that a value can be given to a caller: only kinds of the closed set, no cycle, no more rows than allowed.</summary>
internal static class ResultCheck
{
    public static InvokeResult Check(InvokeResult result)
    {
        Walk(result.Value, 0);
        return result;
    }

    private static void Walk(object? value, int depth)
    {
        if (depth > ValueShaper.MaxDepth) throw Refused($"The result is more than {ValueShaper.MaxDepth} levels deep, or it contains itself.");
        switch (ConnectorValues.KindOf(value))
        {
            case ValueKind.List:
                var list = (IReadOnlyList<object?>)value!;
                if (list.Count > ConnectorTable.MaxRows) throw TooManyRows(list.Count);
                for (var i = 0; i < list.Count; i++) Walk(list[i], depth + 1);
                break;
            case ValueKind.Record:
                foreach (var (_, field) in (ConnectorRecord)value!) Walk(field, depth + 1);
                break;
            case ValueKind.Table when value is ConnectorTable { IsStream: false } table:
                CheckTable(table, depth);
                break;
            case ValueKind.Table when depth > 0:
                throw Refused("A single-pass table can only be the result itself, not a part of it.");
            default:
                break;
        }
    }

    private static void CheckTable(ConnectorTable table, int depth)
    {
        if (table.Rows.Count > ConnectorTable.MaxRows) throw TooManyRows(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (row.Length != table.Columns.Count) throw Refused($"A row has {row.Length} cells under {table.Columns.Count} columns.");
            foreach (var cell in row) Walk(cell, depth + 1);
        }
    }

    public static ConnectorException Refused(string detail) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, "The connector returned something that cannot be passed on; its author must change it.")
        {
            MessageRu = "Коннектор вернул то, что нельзя передать дальше; его автор должен это исправить.",
            Detail = detail,
        });

    public static ConnectorException TooManyRows(int rows) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"The result has {(rows > 0 ? rows : "more")} rows, over the limit of {ConnectorTable.MaxRows}. Narrow the request.")
        {
            MessageRu = $"В результате больше строк, чем разрешено ({ConnectorTable.MaxRows}). Сузьте запрос.",
        });
}
