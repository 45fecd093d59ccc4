using System.Globalization;
using Cleverence.Connectivity;

namespace TsdClient;

/// <summary>Lays a table out: columns squeezed to the screen, rows from the one asked for, and a note of what is left out.</summary>
internal static class TableLines
{
    public static IReadOnlyList<string> Of(ConnectorTable table, Words words, int firstRow)
    {
        if (table.Rows.Count == 0) return [words.Empty];
        var first = Math.Clamp(firstRow, 0, table.Rows.Count - 1);
        var left = table.Rows.Count - first;
        // Two lines of heading; one more is kept for the note of hidden columns, whether there are any shows only later.
        var room = Screen.BodyRows - 3;
        var shown = left > room ? room - 1 : left;
        var columns = ScreenColumns.Fit(table, first, shown, words);
        List<string> lines =
        [
            string.Join('│', columns.Select(column => TextCells.Fit(column.Name, column.Width, column.IsNumber))),
            string.Join('┼', columns.Select(column => new string('─', column.Width))),
        ];
        lines.AddRange(Enumerable.Range(0, shown).Select(row => string.Join('│', columns.Select(column => TextCells.Fit(column.Cells[row], column.Width, column.IsNumber)))));
        if (left > shown) lines.Add(string.Format(CultureInfo.InvariantCulture, words.MoreRows, left - shown));
        if (table.Columns.Count > columns.Count) lines.Add(string.Format(CultureInfo.InvariantCulture, words.MoreColumns, table.Columns.Count - columns.Count));
        return lines;
    }
}
