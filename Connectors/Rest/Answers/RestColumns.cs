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
            if (!pick.TryFind(row, out var value)) continue;

            // A search means any number of values; a cell of another kind than list takes the only one.
            if (pick.MeansMany && column.Type != ValueKind.List && value is IReadOnlyList<object?> { Count: < 2 } few) value = few.Count == 0 ? null : few[0];
            if (value is null) continue;
            if (!ConnectorValues.TryConvert(value, BoundParameter.TypeOf(column.Type), out cells[at])) throw ResultErrors.Cell(column, value, number, readsOnly);
        }

        return cells;
    }
}
