using System.Text;
using Cleverence.Connectivity;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>A row of the table of notifications.</summary>
internal sealed class NotificationRow
{
    public string Id { get; init; } = "";

    public long AddedUtc { get; init; }

    public long AddedMs { get; init; }

    public long DelayMs { get; init; }

    public string Kind { get; init; } = "";

    public string GroupId { get; init; } = "";

    public string OperationId { get; init; } = "";

    public string OwnerKey { get; init; } = "";

    public string OwnerDevice { get; init; } = "";

    public string? NoticeKey { get; init; }

    public long? ExpiresMs { get; init; }

    /// <summary>Null where it is large: then it lies in a table of its own.</summary>
    public string? Content { get; init; }

    public static NotificationRow Of(Notification notification, long addedMs, string content) => new()
    {
        Id = notification.Id,
        AddedUtc = addedMs / 1000,
        AddedMs = addedMs,
        DelayMs = Math.Min(5000, (long)notification.Delay.TotalMilliseconds),
        Kind = notification.Kind,
        GroupId = notification.Group,
        OperationId = notification.OperationId,
        OwnerKey = notification.Owner.KeyId,
        OwnerDevice = notification.Owner.DeviceId,
        NoticeKey = notification.Key,
        ExpiresMs = UnixTime.Of(notification.ExpiresAt),
        Content = Encoding.UTF8.GetByteCount(content) > Notification.MaxContentBytes ? null : content,
    };

    public Notification ToNotification() => new(Id, Kind, new BackgroundOwner(OwnerKey, OwnerDevice), OperationId, Content is null ? [] : BackgroundText.ToRecord(Content))
    {
        AddedMs = AddedMs,
        Group = GroupId,
        Delay = TimeSpan.FromMilliseconds(DelayMs),
        Key = NoticeKey,
        ExpiresAt = UnixTime.From(ExpiresMs),
        IsLarge = Content is null,
    };
}
