using System.Runtime.CompilerServices;
using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// Guards a single-pass table on its way to the caller: every row comes within the call's limit, no more rows than allowed,
/// and the call keeps its place until the table has been read or disposed, and no step of it hangs any more.
/// </summary>
internal sealed class StreamedTable(ConnectorTable table, ConnectorCallState call, CallPlace place, CancellationTokenSource stop)
{
    private IAsyncEnumerator<object?[]>? rows;
    private Task? step;
    private int ended;

    public static ConnectorTable Guard(ConnectorTable table, ConnectorCallState call, CallPlace place, CancellationTokenSource stop)
    {
        var guard = new StreamedTable(table, call, place, stop);
        return ConnectorTable.Stream(table.Columns, guard.ReadAsync(), guard.EndAsync);
    }

    private async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        rows = table.ReadAsync().GetAsyncEnumerator(cancellationToken);
        try
        {
            for (var count = 0; await NextAsync(rows).ConfigureAwait(false); count++)
            {
                if (count == ConnectorTable.MaxRows) throw ResultCheck.TooManyRows(0);
                if (rows.Current.Length != table.Columns.Count) throw ResultCheck.Refused($"A row has {rows.Current.Length} cells under {table.Columns.Count} columns.");
                yield return rows.Current;
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<object?[]> source)
    {
        try
        {
            var next = source.MoveNextAsync();
            if (next.IsCompleted || call.Limit is not { } limit) return await next.ConfigureAwait(false);
            var task = next.AsTask();
            step = task;
            return await Wait.EndsAsync(task, limit, call.Time).ConfigureAwait(false)
                ? await task.ConfigureAwait(false)
                : throw new ConnectorException(InvokeErrors.LimitPassed(call));
        }
        catch (Exception failure) when (failure is not ConnectorException)
        {
            throw new ConnectorException(Translation.Translate(failure, call.Args, call.Safety), failure);
        }
    }

    // A step that hangs cannot be closed: the reader is let go, and the place is kept until the step ends. So it is with a closing that hangs.
    private async ValueTask EndAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0) return;
        LateResult.Stop(stop);
        if (step is { IsCompleted: false } hanging)
        {
            _ = CloseAfterAsync(hanging);
            return;
        }

        var closing = CloseAsync();
        if (call.Limit is not { } limit || await Wait.EndsAsync(closing, limit, call.Time).ConfigureAwait(false)) await closing.ConfigureAwait(false);
    }

    private async Task CloseAfterAsync(Task hanging)
    {
        await hanging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Its reader has had his error; there is nobody left to tell.
        await CloseAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task CloseAsync()
    {
        try
        {
            if (rows is not null) await rows.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
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
}
