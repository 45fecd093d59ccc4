using Cleverence.Connectivity;

namespace TsdClient;

/// <summary>Chooses the columns a screen has room for. Text is squeezed; a number is shown whole or not at all, for half a quantity is a wrong one.</summary>
internal static class ScreenColumns
{
    private const int Narrowest = 4;
    private const int ShortestHeading = 3;

    public static List<ScreenColumn> Fit(ConnectorTable table, int first, int count, Words words)
    {
        var columns = table.Columns.Select((column, at) => Measure(column, [.. table.Rows.Skip(first).Take(count).Select(row => TextCells.Clean(ValueLines.Short(row[at], words)))])).ToList();
        while (Over(columns) > 0)
        {
            var widest = columns.Where(column => !column.IsNumber && column.Width > Narrowest).MaxBy(column => column.Width);
            if (widest is not null) widest.Width--;
            else if (columns.Count == 1) columns[0].Width = Screen.BodyWidth;
            else columns.RemoveAt(Math.Max(columns.FindLastIndex(column => !column.IsNumber), columns.TrueForAll(column => column.IsNumber) ? columns.Count - 1 : 0));
        }

        Widen(columns);
        return columns;
    }

    private static ScreenColumn Measure(TableColumn column, IReadOnlyList<string> cells) => new(column.Name, column.Type is ValueKind.Integer or ValueKind.Decimal, cells)
    {
        Width = cells.Select(TextCells.Width).Append(Math.Min(ShortestHeading, TextCells.Width(column.Name))).Append(1).Max(),
    };

    // What room is left goes to headings that were cut.
    private static void Widen(List<ScreenColumn> columns)
    {
        while (Over(columns) < 0 && columns.Find(column => column.Width < TextCells.Width(column.Name)) is { } cut) cut.Width++;
    }

    private static int Over(List<ScreenColumn> columns) => columns.Sum(column => column.Width) + columns.Count - 1 - Screen.BodyWidth;
}
