using ServerJobs.Background;

namespace Server.Background;

/// <summary>Pushes what a session is told, from a moment on, until the client leaves or the server stops.</summary>
internal sealed class NotificationPush(Notifications notifications, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private const int Page = 100;

    public async Task RunAsync(INotificationSink sink, BackgroundOwner owner, long? after, CancellationToken left)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(left, lifetime.ApplicationStopping);
        try
        {
            var from = after ?? await notifications.BeginAsync(end.Token);
            while (true)
            {
                // Taken before the look, so that what comes in between is not missed.
                var next = notifications.Next(owner);
                var page = await notifications.ReadAsync(owner, from, Page, end.Token);
                foreach (var notification in page)
                {
                    await sink.SendAsync(notification, end.Token);
                    from = notification.AddedMs;
                }

                if (page.Count > 0) continue;
                await next.WaitAsync(Beat, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                end.Token.ThrowIfCancellationRequested();
                if (!next.IsCompleted) await sink.BeatAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client has gone, or the server goes: what is left is read from the same place later.
        }
    }
}
