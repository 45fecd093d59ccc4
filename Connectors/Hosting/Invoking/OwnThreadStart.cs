using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Starts a call on a thread of its connector, with the caller's context, so that traces and sessions flow.</summary>
internal static class OwnThreadStart
{
    public static ValueTask<InvokeResult> RunAsync(ConnectorCallState call, ConnectorInstance instance, ILogger log, CancellationToken stop)
    {
        var done = new TaskCompletionSource<InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = ExecutionContext.Capture();
        call.Handle.Runtime.Threads.Run(() =>
        {
            if (context is null) Run(call, instance, done, log, stop);
            else ExecutionContext.Run(context, _ => Run(call, instance, done, log, stop), null);
        });
        return new(done.Task);
    }

    private static void Run(ConnectorCallState call, ConnectorInstance instance, TaskCompletionSource<InvokeResult> done, ILogger log, CancellationToken stop)
    {
        ValueTask<InvokeResult> running;
        var started = call.Time.GetTimestamp();
        try
        {
            running = instance.Connector.InvokeAsync(call.ArgsNow, stop);
        }
        catch (Exception thrown)
        {
            running = ValueTask.FromException<InvokeResult>(thrown);
        }

        if (call.Method.Start.Measured(call.Time, started)) log.MovedToOwnThreads(call.Args.ConnectorId, call.Method.Info.FullName);
        if (running.IsCompletedSuccessfully) done.SetResult(running.Result);
        else _ = CompleteAsync(running, done);
    }

    private static async Task CompleteAsync(ValueTask<InvokeResult> running, TaskCompletionSource<InvokeResult> done)
    {
        try
        {
            done.SetResult(await running.ConfigureAwait(false));
        }
        catch (Exception thrown)
        {
            done.SetException(thrown);
        }
    }
}
