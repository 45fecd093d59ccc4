using System.Runtime.CompilerServices;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// Guards a single-pass table on its way to the caller: every row comes within the call's limit, no more rows than allowed,
/// and the call keeps its place until the table has been read or disposed.
/// </summary>
internal static class StreamedTable
{
    public static ConnectorTable Guard(ConnectorTable table, ConnectorCallState call, CallPlace place, CancellationTokenSource stop)
    {
        var ended = 0;
        return ConnectorTable.Stream(table.Columns, ReadAsync(table, call, EndAsync), EndAsync);

        async ValueTask EndAsync()
        {
            if (Interlocked.Exchange(ref ended, 1) != 0) return;
            LateResult.Stop(stop);
            try
            {
                await table.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                place.Leave();
            }
        }
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(
        ConnectorTable table, ConnectorCallState call, Func<ValueTask> endAsync, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = table.ReadAsync().GetAsyncEnumerator(cancellationToken);
        try
        {
            for (var count = 0; await NextAsync(rows, call).ConfigureAwait(false); count++)
            {
                if (count == ConnectorTable.MaxRows) throw ResultCheck.TooManyRows(0);
                if (rows.Current.Length != table.Columns.Count) throw ResultCheck.Refused($"A row has {rows.Current.Length} cells under {table.Columns.Count} columns.");
                yield return rows.Current;
            }
        }
        finally
        {
            await CloseAsync(rows, endAsync).ConfigureAwait(false);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<object?[]> rows, ConnectorCallState call)
    {
        try
        {
            var next = rows.MoveNextAsync();
            if (next.IsCompleted || call.Limit is not { } limit) return await next.ConfigureAwait(false);
            var task = next.AsTask();
            return await Wait.EndsAsync(task, limit, call.Time).ConfigureAwait(false)
                ? await task.ConfigureAwait(false)
                : throw new ConnectorException(InvokeErrors.LimitPassed(call));
        }
        catch (Exception failure) when (failure is not ConnectorException)
        {
            throw new ConnectorException(Translation.Translate(failure, call.Args, call.Safety), failure);
        }
    }

    // Closing an enumerator whose MoveNext still hangs would hang too: it is closed aside, and the place is kept until it ends.
    private static async ValueTask CloseAsync(IAsyncEnumerator<object?[]> rows, Func<ValueTask> endAsync)
    {
        try
        {
            var closing = rows.DisposeAsync();
            if (closing.IsCompleted) await closing.ConfigureAwait(false);
            else _ = EndLaterAsync(closing.AsTask(), endAsync);
        }
        catch (Exception failure) when (failure is NotSupportedException or InvalidOperationException)
        {
            // A compiler-made enumerator refuses to be disposed in the middle of a step; the table's own disposal still runs.
        }

        await endAsync().ConfigureAwait(false);
    }

    private static async Task EndLaterAsync(Task closing, Func<ValueTask> endAsync)
    {
        await closing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await endAsync().ConfigureAwait(false);
    }
}
