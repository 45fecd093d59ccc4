using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace ServerJobs.Background;

/// <summary>Makes the calls of an operation, and reads a single-pass table to its end, for a result that waits to be fetched.</summary>
internal sealed class BackgroundCall(IConnectorInvoker invoker, BackgroundOptions options)
{
    /// <summary>Makes one call.</summary>
    /// <param name="args">The call as it was asked for.</param>
    /// <param name="feedback">Where the method tells how far it is.</param>
    /// <param name="outlived">Told of a method that goes on after its limit.</param>
    /// <param name="stopping">Stops the call wherever it is.</param>
    public async Task<InvokeResult> InvokeAsync(InvokeArgs args, ICallFeedback feedback, Action<Task> outlived, CancellationToken stopping)
    {
        var call = new InvokeArgs(args.ConnectorId, args.ClassName, args.MethodName, args.Parameters)
        {
            CorrelationId = args.CorrelationId,
            Caller = args.Caller,
            Feedback = feedback,
            Outlived = outlived,
            Stopping = stopping,
            LongLimit = options.Limit,
        };

        // The token of a caller that leaves is not ours: what is stopped is waited for until it has really ended.
        var result = await invoker.InvokeAsync(call, CancellationToken.None).ConfigureAwait(false);
        return result.Value is ConnectorTable { IsStream: true } table ? await ReadAsync(table, stopping).ConfigureAwait(false) : result;
    }

    private static async Task<InvokeResult> ReadAsync(ConnectorTable table, CancellationToken stopping)
    {
        var rows = new List<object?[]>();
        try
        {
            await foreach (var row in table.ReadAsync().WithCancellation(stopping).ConfigureAwait(false))
            {
                if (rows.Count == ConnectorTable.MaxRows) return InvokeResult.Fail(BackgroundErrors.TooManyRows);
                rows.Add(row);
            }

            return InvokeResult.Ok(new ConnectorTable(table.Columns, rows));
        }
        catch (ConnectorException declared)
        {
            return InvokeResult.Fail(declared.Error);
        }
        catch (Exception failure)
        {
            return InvokeResult.Fail(BackgroundErrors.Unexpected(failure.ToString()));
        }
        finally
        {
            await table.DisposeAsync().ConfigureAwait(false);
        }
    }
}
