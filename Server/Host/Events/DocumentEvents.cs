using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Server.Events;

/// <summary>Raises <c>documentCompleted</c>: every handler is called, one after another, and none stops the others or the handheld.</summary>
internal sealed class DocumentEvents(IConnectorInvoker invoker, EventsFile events, ILogger<DocumentEvents> log) : IHostedService
{
    private const string Completed = "documentCompleted";
    private readonly ConcurrentDictionary<Task, byte> running = new();

    /// <summary>Raises the event; its handlers run on after this returns.</summary>
    public void RaiseCompleted(StoredDocument document, string? userId, string? deviceId)
    {
        var config = events.Current;
        if (config.DocumentCompleted.Count == 0) return;
        var handlers = Task.Run(() => CallAllAsync(config, document, userId, deviceId));
        running.TryAdd(handlers, 0);
        _ = handlers.ContinueWith(ended => running.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A stopping server lets the handlers of documents it has accepted run to their end, as long as the host allows.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(running.Keys).WaitAsync(cancellationToken);

    private async Task CallAllAsync(EventsConfig config, StoredDocument document, string? userId, string? deviceId)
    {
        foreach (var handler in config.DocumentCompleted)
        {
            try
            {
                var result = await invoker.InvokeAsync(ArgsOf(handler, config, document, userId, deviceId), CancellationToken.None);
                if (result.Error is { } error) log.HandlerFailed(handler.ToString(), Completed, document.Id, error.Code.ToString(), error.Message, error.Detail);

                // Nobody reads it, and its place in the connector's gate is held until it is disposed.
                if (result.Value is ConnectorTable { IsStream: true } table) await table.DisposeAsync();
            }
            catch (Exception failure)
            {
                log.HandlerFailed(handler.ToString(), Completed, document.Id, nameof(ConnectorErrorCode.Failed), failure.Message, failure.ToString());
            }
        }
    }

    private static InvokeArgs ArgsOf(ConnectorCall handler, EventsConfig config, StoredDocument document, string? userId, string? deviceId)
    {
        // An operation receives the document itself, every other handler its id.
        var operation = handler.ConnectorId.Equals(ConnectorCall.ServerOperations, StringComparison.OrdinalIgnoreCase);
        var args = new List<InvokeArg> { new("", operation ? document.Content : document.Id), new("", userId) };
        if (config.AddSession) args.Add(new("", SessionXml.Of(userId, deviceId, document)));
        return new InvokeArgs(handler.ConnectorId, "", handler.Text, args)
        {
            Caller = new InvokeCaller(CallOrigin.Event) { Source = Completed, UserId = userId, DeviceId = deviceId, DocumentId = document.Id },
        };
    }
}
