using System.Globalization;
using Cleverence.Connectivity;

namespace TsdClient;

/// <summary>Lays a table out: columns squeezed to the screen, rows from the one asked for, and a note of what is left out.</summary>
internal static class TableLines
{
    private const int Narrowest = 4;

    public static IReadOnlyList<string> Of(ConnectorTable table, Words words, int firstRow)
    {
        if (table.Rows.Count == 0) return [words.Empty];
        // Of a table too wide even when squeezed, the first columns are shown.
        var fits = Math.Max(1, (Screen.BodyWidth + 1) / (Narrowest + 1));
        var columns = table.Columns.Take(fits).ToList();
        var hidden = table.Columns.Count - columns.Count;
        var room = Screen.BodyRows - 2 - (hidden > 0 ? 1 : 0);
        var first = Math.Clamp(firstRow, 0, Math.Max(0, table.Rows.Count - 1));
        var left = table.Rows.Count - first;
        var shown = left > room ? room - 1 : left;
        var cells = table.Rows.Skip(first).Take(shown).Select(row => columns.Select((_, at) => TextCells.Clean(ValueLines.Short(row[at], words))).ToList()).ToList();
        var widths = Squeeze([.. columns.Select((column, at) => cells.Select(row => TextCells.Width(row[at])).Append(TextCells.Width(column.Name)).Max())]);
        List<string> lines = [Row(columns.Select(column => column.Name), columns, widths), string.Join('┼', widths.Select(width => new string('─', width)))];
        lines.AddRange(cells.Select(row => Row(row, columns, widths)));
        if (left > shown) lines.Add(string.Format(CultureInfo.InvariantCulture, words.MoreRows, left - shown));
        if (hidden > 0) lines.Add(string.Format(CultureInfo.InvariantCulture, words.MoreColumns, hidden));
        return lines;
    }

    // The widest column gives way first: a long name is still told apart by its beginning, a cut quantity is not.
    private static int[] Squeeze(int[] widths)
    {
        while (widths.Sum() + widths.Length - 1 > Screen.BodyWidth && widths.Max() > Narrowest) widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }

    private static string Row(IEnumerable<string> cells, List<TableColumn> columns, int[] widths) =>
        string.Join('│', cells.Select((cell, at) => TextCells.Fit(cell, widths[at], columns[at].Type is ValueKind.Integer or ValueKind.Decimal)));
}
