using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Server.Storage;

namespace Server.Events;

/// <summary>Calls the handler of one event: commits that it begins, calls, commits what came of it.</summary>
internal sealed class EventHandling(SqlDocumentEvents store, IConnectorInvoker invoker, IConnectorRegistry connectors, EventPace pace, TimeProvider time, ILogger<EventHandling> log)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Calls the handler, unless the server stops before.</summary>
    public async Task RunAsync(DocumentEvent raised, string owner, CancellationToken stopping)
    {
        var handler = ConnectorCall.Parse(raised.Handler);
        var connector = connectors.Find(handler.ConnectorId);
        if (connector?.State == ConnectorState.Starting)
        {
            await store.PostponeAsync(raised.Id, owner, Moment, stopping);
            return;
        }

        var safety = HandlerSafety.Of(connector, handler);
        if (await store.StartAsync(raised.Id, owner, pace.Lease, safety, stopping) is not { } attempt) return;
        var error = await CallAsync(raised, handler, attempt, safety);
        if (error is null)
        {
            await KeepAsync(raised, () => store.AnsweredAsync(raised.Id, owner, attempt, CancellationToken.None), stopping);
            return;
        }

        var next = pace.NextOf(error, safety, raised.Tries + 1);
        if (await KeepAsync(raised, () => store.FailedAsync(raised.Id, owner, attempt, next, error, CancellationToken.None), stopping)) Tell(raised, next, error);
    }

    private async Task<ConnectorError?> CallAsync(DocumentEvent raised, ConnectorCall handler, long attempt, MethodSafety safety)
    {
        try
        {
            var result = await invoker.InvokeAsync(EventArguments.CallOf(raised, handler, attempt), CancellationToken.None);

            // Nobody reads it, and its place in the connector's gate is held until it is disposed.
            if (result.Value is ConnectorTable { IsStream: true } table) await table.DisposeAsync();
            return result.Error;
        }
        catch (Exception failure)
        {
            return new ConnectorError(ConnectorErrorCode.Failed, failure.Message) { Detail = failure.ToString(), InDoubt = safety != MethodSafety.Safe };
        }
    }

    // The handler was called: what came of it is told again and again while the storage is away, so that it is not called for nothing.
    private async Task<bool> KeepAsync(DocumentEvent raised, Func<ValueTask<bool>> keepAsync, CancellationToken stopping)
    {
        for (var told = false; ; told = true)
        {
            try
            {
                var kept = await keepAsync();
                if (!kept) log.EventTakenOver(raised.Handler, raised.Event, raised.DocumentId, raised.Id);
                return kept;
            }
            catch (Exception failure)
            {
                if (!told) log.EventOutcomeWaits(raised.Handler, raised.Event, raised.DocumentId, failure.Message);
                await Task.Delay(Moment, time, stopping);
            }
        }
    }

    private void Tell(DocumentEvent raised, DocumentEventNext next, ConnectorError error)
    {
        var code = error.Code.ToString();
        switch (next.State)
        {
            case DocumentEventState.Pending when next.Counted:
                log.HandlerRepeats(raised.Handler, raised.Event, raised.DocumentId, code, error.Message, next.Pause);
                break;
            case DocumentEventState.Pending:
                break;
            case DocumentEventState.InDoubt:
                log.EventInDoubt(raised.Handler, raised.Event, raised.DocumentId, raised.Id, $"{code} {error.Message}");
                break;
            default:
                log.HandlerFailed(raised.Handler, raised.Event, raised.DocumentId, code, error.Message, error.Detail);
                log.EventParked(raised.Handler, raised.Event, raised.DocumentId, raised.Id);
                break;
        }
    }
}
