using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Tells administrators what the calls of jobs notify of: a job has no session of its own. Never throws and never waits. Thread-safe.</summary>
internal sealed class JobNotices(IBackgroundStore store, NotificationBell bell, TimeProvider time, ILogger<JobNotices> logger)
{
    public void Notify(string runId, string call, UserNotice notice)
    {
        var content = NotificationContent.OfNotice(new BackgroundOperation(runId, BackgroundOwner.Administrators, call, time.GetUtcNow()), notice);
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        _ = KeepAsync(new Notification(id, NotificationKinds.Notice, BackgroundOwner.Administrators, runId, content) { Key = notice.Key, ExpiresAt = time.GetUtcNow() + notice.Lifetime });
    }

    private async Task KeepAsync(Notification notification)
    {
        try
        {
            await store.NotifyAsync(notification, CancellationToken.None).ConfigureAwait(false);
            bell.RingAll();
        }
        catch (Exception failure)
        {
            Quietly.Do(() => BackgroundLog.StoreFailed(logger, "notice", notification.OperationId, failure));
        }
    }
}
