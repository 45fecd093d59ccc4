using System.Data.Common;
using System.Text;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Reads the rows of one set after another, within the limits of the method.</summary>
internal sealed class RowReader(SqlSource source, SqlMethod method, SqlErrors errors)
{
    private DbDataReader reader = null!;
    private SqlColumn[] columns = [];
    private bool atFirst;
    private long rows;
    private long bytes;
    private long row;

    public IReadOnlyList<TableColumn> Columns { get; private set; } = [];

    /// <summary>Moves to the present set of rows; false when it has no columns.</summary>
    public async ValueTask<bool> BeginAsync(DbDataReader from, CancellationToken cancellationToken)
    {
        (reader, row) = (from, 0);
        if (reader.FieldCount == 0) return false;
        atFirst = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        columns = new SqlColumn[reader.FieldCount];
        for (var i = 0; i < columns.Length; i++) columns[i] = ColumnAt(i);
        Columns = [.. columns.Select(column => new TableColumn(column.Name, column.Kind))];
        return true;
    }

    /// <summary>The next row; null after the last.</summary>
    public async ValueTask<object?[]?> NextAsync(CancellationToken cancellationToken) =>
        atFirst || (row > 0 && await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) ? Read() : null;

    public async ValueTask<ConnectorTable> TableAsync(CancellationToken cancellationToken)
    {
        var table = new List<object?[]>();
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } cells) table.Add(cells);
        return new ConnectorTable(Columns, table);
    }

    private object?[] Read()
    {
        atFirst = false;
        row++;
        if (++rows > method.MaxRows) throw errors.TooLarge(method, $"{method.MaxRows} rows", $"{method.MaxRows} строк");
        var cells = new object?[columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            try
            {
                cells[i] = reader.IsDBNull(i) ? null : columns[i].Read(reader, i);
            }
            catch (UnreadableValueException why)
            {
                throw errors.Unreadable(method, columns[i].Name, row, why);
            }

            bytes += SizeOf(cells[i]);
        }

        return bytes <= method.MaxBytes ? cells : throw errors.TooLarge(method, $"{method.MaxBytes} bytes", $"{method.MaxBytes} байт");
    }

    private static long SizeOf(object? value) => value switch
    {
        null => 1,
        string text => Encoding.UTF8.GetByteCount(text),
        byte[] binary => binary.Length,
        List<object?> list => list.Sum(SizeOf),
        _ => 8,
    };

    // A table needs names that differ.
    private SqlColumn ColumnAt(int at)
    {
        var told = reader.GetName(at);
        var name = told.Length == 0 || told == "?column?" ? $"column{at + 1}" : told;
        var unique = name;
        for (var number = 2; columns.Take(at).Any(other => other.Name.Equals(unique, StringComparison.OrdinalIgnoreCase)); number++) unique = $"{name}_{number}";
        return source.Column(reader, at, atFirst, method.Columns.TryGetValue(name, out var kind) ? kind : null) with { Name = unique };
    }
}
