using ServerJobs.Background;

namespace Server.Background;

/// <summary>A channel that pushes notifications to one client.</summary>
internal interface INotificationSink
{
    /// <summary>Sends a notification.</summary>
    ValueTask SendAsync(Notification notification, CancellationToken cancellationToken);

    /// <summary>Shows that the channel is alive.</summary>
    ValueTask BeatAsync(CancellationToken cancellationToken);
}
