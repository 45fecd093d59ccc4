namespace Cleverence.Connectivity;

/// <summary>Rows under named, typed columns: the table kind of the contract, from 0 to <see cref="MaxRows"/> rows.</summary>
/// <remarks>
/// A table either holds its rows or reads them once from their source (<see cref="Stream"/>). Who receives a
/// single-pass table reads it to its end or disposes it; until then the call that made it keeps its place in the connector's gate.
/// </remarks>
public sealed class ConnectorTable : IAsyncDisposable
{
    /// <summary>The row limit: a table with more rows is refused with <see cref="ConnectorErrorCode.TooLarge"/>, never cut.</summary>
    public const int MaxRows = 100_000;

    private readonly IReadOnlyList<object?[]>? rows;
    private readonly Func<ValueTask>? disposed;
    private IAsyncEnumerable<object?[]>? source;

    /// <summary>Makes a table that holds its rows.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows; each has one cell a column.</param>
    public ConnectorTable(IReadOnlyList<TableColumn> columns, IReadOnlyList<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        Columns = columns;
        this.rows = rows;
    }

    private ConnectorTable(IReadOnlyList<TableColumn> columns, IAsyncEnumerable<object?[]> source, Func<ValueTask>? disposed)
    {
        Columns = columns;
        this.source = source;
        this.disposed = disposed;
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Whether the rows can be read only once, from their source.</summary>
    public bool IsStream => rows is null;

    /// <summary>The rows of a table that holds them.</summary>
    /// <exception cref="InvalidOperationException">The table is single-pass: read it with <see cref="ReadAsync"/>.</exception>
    public IReadOnlyList<object?[]> Rows =>
        rows ?? throw new InvalidOperationException("A single-pass table has no row list. Read it with ReadAsync.");

    /// <summary>Makes a single-pass table.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="source">The rows, read once.</param>
    /// <param name="disposed">Called once when the table is disposed, also when it was never read.</param>
    /// <returns>The table.</returns>
    public static ConnectorTable Stream(
        IReadOnlyList<TableColumn> columns, IAsyncEnumerable<object?[]> source, Func<ValueTask>? disposed = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(source);
        return new(columns, source, disposed);
    }

    /// <summary>Makes a table of records: the columns are all names met, in the order of meeting.</summary>
    /// <param name="records">The records.</param>
    /// <returns>The table; a column whose values differ in kind is of kind string.</returns>
    public static ConnectorTable FromRecords(IEnumerable<ConnectorRecord> records) => TableOfRecords.Build(records);

    /// <summary>Reads the rows: again and again when the table holds them, once when it is single-pass.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="InvalidOperationException">A single-pass table was already read.</exception>
    public IAsyncEnumerable<object?[]> ReadAsync() =>
        rows is not null
            ? ReadHeldAsync(rows)
            : Interlocked.Exchange(ref source, null)
              ?? throw new InvalidOperationException("A single-pass table is read once; this one was already read.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        source = null;
        return disposed?.Invoke() ?? ValueTask.CompletedTask;
    }

    private static async IAsyncEnumerable<object?[]> ReadHeldAsync(IReadOnlyList<object?[]> rows)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var row in rows) yield return row;
    }
}
