using System.Data.Common;
using System.Runtime.CompilerServices;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Hands the rows of a Safe method on as they come. The connection lives until the table is read or disposed.</summary>
internal sealed class StreamedRows(SqlSession session, DbCommand command, DbDataReader reader, RowReader rows, Func<Exception, Exception> explain) : IAsyncDisposable
{
    // A provider that holds its thread reads some rows ahead on a thread of the pool.
    private const int Ahead = 128;
    private volatile bool read;
    private int ended;

    public static ConnectorTable Of(SqlSource source, StreamedRows rows, IReadOnlyList<TableColumn> columns) => ConnectorTable.Stream(columns, rows.ReadAsync(source.Blocks), rows.DisposeAsync);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0) return;

        // What is left is not read to its end, but stopped.
        if (!read) Ending.Stop(command);
        await session.DisposeAfterAsync(command, reader).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<object?[]> ReadAsync(bool blocks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var leaving = cancellationToken.UnsafeRegister(static own => ((SqlSession)own!).Stop(), session);
        try
        {
            if (blocks)
            {
                while (await Task.Run(SomeAsync, CancellationToken.None).ConfigureAwait(false) is { Count: > 0 } some)
                {
                    foreach (var cells in some) yield return cells;
                    if (some.Count < Ahead) break;
                }
            }
            else
            {
                while (await NextAsync().ConfigureAwait(false) is { } cells) yield return cells;
            }
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<List<object?[]>> SomeAsync()
    {
        var some = new List<object?[]>(Ahead);
        while (some.Count < Ahead && await NextAsync().ConfigureAwait(false) is { } cells) some.Add(cells);
        return some;
    }

    private async ValueTask<object?[]?> NextAsync()
    {
        try
        {
            var cells = await rows.NextAsync(session.Token).ConfigureAwait(false);
            read = cells is null;
            return cells;
        }
        catch (Exception failure) when (failure is not ConnectorException)
        {
            throw explain(failure);
        }
    }
}
