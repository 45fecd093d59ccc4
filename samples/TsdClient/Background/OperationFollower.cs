using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>
/// Follows a long operation to its end: by the server's events where they come, by polling in any case. After a lost connection it finds
/// the operation again by its id; what the events say is a hint, what counts is the state the server is asked for.
/// </summary>
internal sealed class OperationFollower(ServerClient server, TsdSession session, Terminal terminal, TimeSpan? firstPoll = null, StrangeNotices? strange = null)
{
    private const double Slower = 1.4;
    private const int GiveUpAfter = 40;
    private static readonly TimeSpan AnswerWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SlowestPoll = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ControlPoll = TimeSpan.FromSeconds(30);
    private readonly TimeSpan first = firstPoll ?? TimeSpan.FromSeconds(1);

    public async Task<CallOutcome> FollowAsync(string title, string operationId, string requestId, CancellationToken cancellationToken)
    {
        var view = new OperationView(title, strange);
        view.TakeStrange(operationId);
        var feed = new NotificationFeed(server, session, first);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = feed.ListenAsync(() => view.After, stop.Token);
        try
        {
            return await FollowAsync(view, feed, operationId, requestId, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<CallOutcome> FollowAsync(OperationView view, NotificationFeed feed, string operationId, string requestId, CancellationToken cancellationToken)
    {
        var poll = first;
        for (var lost = 0; lost < GiveUpAfter;)
        {
            var operation = await AskAsync($"/api/v1/background/{operationId}", cancellationToken).ConfigureAwait(false);
            lost = operation is null ? lost + 1 : 0;
            view.Connected = operation is not null;
            if (operation is { } && (bool?)operation["ok"] != true) return ServerClient.Read(operation.ToString(), requestId, 0);
            if (operation is not null) view.TakeState(operation);
            if (operation is not null && !feed.Connected) await PollNoticesAsync(view, operationId, cancellationToken).ConfigureAwait(false);
            terminal.ShowOperation(view);
            if (operation is not null && (string?)operation["status"] != "Running") return await ResultAsync(operationId, requestId, cancellationToken).ConfigureAwait(false);
            var told = await WaitAsync(view, feed, operationId, feed.Connected && operation is not null ? ControlPoll : poll, cancellationToken).ConfigureAwait(false);
            poll = told || operation is null ? first : TimeSpan.FromSeconds(Math.Min(SlowestPoll.TotalSeconds, poll.TotalSeconds * Slower));
        }

        return new CallOutcome(RunOutcome.NoConnection) { Code = "NoConnection", InDoubt = true, RequestId = requestId };
    }

    // Waits for the next look; events are shown as they come, and that of the end ends the waiting.
    private async Task<bool> WaitAsync(OperationView view, NotificationFeed feed, string operationId, TimeSpan wait, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var told = false;
        while (wait - Stopwatch.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(feed.Connected || rest < first ? rest : first);
            Task reading = feed.Events.WaitToReadAsync(patience.Token).AsTask();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();

            // The events have stopped coming: what was to be a look now and then becomes polling again.
            if (!reading.IsCompletedSuccessfully && wait == ControlPoll && !feed.Connected) return told;
            var finished = false;
            var changed = false;
            while (feed.Events.TryRead(out var envelope))
            {
                changed = true;
                finished |= view.Take(envelope, operationId);
            }

            if (finished) return true;
            if (changed) terminal.ShowOperation(view);
            told |= changed;
        }

        return told;
    }

    private async Task PollNoticesAsync(OperationView view, string operationId, CancellationToken cancellationToken)
    {
        var path = view.After > 0 ? $"/api/v1/notifications?after={view.After}" : "/api/v1/notifications";
        var page = await AskAsync(path, cancellationToken).ConfigureAwait(false);
        foreach (var envelope in (page?["notifications"] as JArray ?? []).OfType<JObject>()) view.Take(envelope, operationId);
    }

    private async Task<CallOutcome> ResultAsync(string operationId, string requestId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= GiveUpAfter; attempt++)
        {
            var answer = await AskAsync($"/api/v1/background/{operationId}/result", cancellationToken).ConfigureAwait(false);
            if (answer is not null) return ServerClient.Read(answer, requestId, 0);
            await Task.Delay(first, cancellationToken).ConfigureAwait(false);
        }

        return new CallOutcome(RunOutcome.NoConnection) { Code = "NoConnection", InDoubt = true, RequestId = requestId };
    }

    private async Task<JObject?> AskAsync(string path, CancellationToken cancellationToken)
    {
        // A connection that nobody closed answers never.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AnswerWait);
        try
        {
            using var request = server.Get(path, session);
            using var answer = await server.OpenAsync(request, patience.Token).ConfigureAwait(false);
            return WireJson.Parse(await answer.Content.ReadAsStringAsync(patience.Token).ConfigureAwait(false));
        }
        catch (Exception lost) when (!cancellationToken.IsCancellationRequested && (lost is HttpRequestException or IOException or JsonException or OperationCanceledException))
        {
            return null;
        }
    }
}
