using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Rest;

/// <summary>The columns of pages without declared ones: those of the first page, wide enough for the pages to come.</summary>
/// <remarks>A number of the first page may have a fraction on the next one, so whole numbers become decimal; a column that held only null becomes string.</remarks>
internal sealed class PageColumns
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public PageColumns(IReadOnlyList<object?> firstPage)
    {
        var table = ConnectorTable.FromRecords(firstPage.Select(RecordOf));
        Columns = [.. table.Columns.Select(column => column.Type == ValueKind.Integer ? column with { Type = ValueKind.Decimal } : column)];
        for (var at = 0; at < Columns.Count; at++) places.Add(Columns[at].Name, at);
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    public object?[] Cells(object? row, int number)
    {
        var cells = new object?[Columns.Count];
        foreach (var (name, value) in RecordOf(row))
        {
            if (!places.TryGetValue(name, out var at)) throw ResultErrors.NewColumn(name, number);
            if (value is not null && !ConnectorValues.TryConvert(value, BoundParameter.TypeOf(Columns[at].Type), out cells[at])) throw ResultErrors.Cell(Columns[at], value, number, readsOnly: true);
        }

        return cells;
    }

    private static ConnectorRecord RecordOf(object? row) =>
        row as ConnectorRecord ?? throw ResultErrors.Kind(row is null ? "null" : row, ValueKind.Record, readsOnly: true);
}
