using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>
/// What an operation tells, on its way into the store: one after another, messages and notices at once, progress at most once in three seconds.
/// Progress that waits for its turn is replaced by newer progress, which keeps the turn. Never throws and never waits. Thread-safe.
/// </summary>
internal sealed class OperationOutbox(BackgroundOperation operation, IBackgroundStore store, NotificationBell bell, TimeProvider time, ILogger logger)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);
    private readonly Lock gate = new();
    private Task tail = Task.CompletedTask;
    private BackgroundProgress? pending;
    private ITimer? timer;
    private long? lastAt;
    private long pendingSince;
    private bool closed;

    public void Tell(UserMessage message)
    {
        lock (gate)
        {
            if (!closed) Enqueue("message", () => store.TellAsync(message, Draft(NotificationKinds.Message, NotificationContent.OfMessage(operation, message)), CancellationToken.None));
        }
    }

    public void Notify(UserNotice notice)
    {
        var notification = Draft(NotificationKinds.Notice, NotificationContent.OfNotice(operation, notice)) with { Key = notice.Key, ExpiresAt = time.GetUtcNow() + notice.Lifetime };
        lock (gate)
        {
            if (!closed) Enqueue("notice", () => store.NotifyAsync(notification, CancellationToken.None));
        }
    }

    public void Report(BackgroundProgress progress)
    {
        lock (gate)
        {
            if (closed) return;
            var waits = pending is not null;
            var rest = lastAt is { } last ? Pace - time.GetElapsedTime(last) : TimeSpan.Zero;
            if (rest <= TimeSpan.Zero && !waits)
            {
                Send(progress, TimeSpan.Zero);
                return;
            }

            pending = progress;
            pendingSince = time.GetTimestamp();
            if (!waits) timer = time.CreateTimer(static outbox => ((OperationOutbox)outbox!).Due(), this, rest, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Takes nothing more; progress that waits is dropped. Ends when everything told before is kept.</summary>
    public Task CloseAsync()
    {
        lock (gate)
        {
            closed = true;
            pending = null;
            timer?.Dispose();
            return tail;
        }
    }

    private void Due()
    {
        lock (gate)
        {
            timer?.Dispose();
            if (closed || pending is not { } progress) return;
            pending = null;
            Send(progress, time.GetElapsedTime(pendingSince));
        }
    }

    private void Send(BackgroundProgress progress, TimeSpan delay)
    {
        lastAt = time.GetTimestamp();
        var notification = Draft(NotificationKinds.Progress, NotificationContent.OfProgress(operation, progress)) with { Delay = delay };
        Enqueue("progress", () => store.ProgressAsync(progress, notification, CancellationToken.None));
    }

    private Notification Draft(string kind, ConnectorRecord content) => new(Guid.CreateVersion7(time.GetUtcNow()).ToString(), kind, operation.Owner, operation.Id, content);

    private void Enqueue(string step, Func<ValueTask> write) => tail = AfterAsync(tail, step, write);

    private async Task AfterAsync(Task before, string step, Func<ValueTask> write)
    {
        await before.ConfigureAwait(false);
        try
        {
            await write().ConfigureAwait(false);
            bell.Ring(operation.Owner);
        }
        catch (Exception failure)
        {
            Quietly.Do(() => BackgroundLog.StoreFailed(logger, step, operation.Id, failure));
        }
    }
}
