using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>The declared columns of a table: each row of an answer becomes cells of their kinds.</summary>
internal sealed class RestColumns(IReadOnlyList<RestColumn> columns)
{
    public IReadOnlyList<TableColumn> Columns { get; } = [.. columns.Select(column => column.Column)];

    /// <summary>Whether a column's path can only be followed in a JSON tree.</summary>
    public bool NeedsTree { get; } = columns.Any(column => column.Pick.NeedsTree);

    public object?[] Cells(object? row, int number, bool readsOnly)
    {
        var cells = new object?[columns.Count];
        for (var at = 0; at < cells.Length; at++)
        {
            var (column, pick) = columns[at];
            if (!pick.TryFind(row, out var value) || value is null) continue;
            if (!ConnectorValues.TryConvert(value, BoundParameter.TypeOf(column.Type), out cells[at])) throw ResultErrors.Cell(column, value, number, readsOnly);
        }

        return cells;
    }
}
