using System.Data.Common;
using Dapper;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>Writes notifications, on the thread of the writer alone: the moments it gives grow in the order of the commits, so no reader can pass one by.</summary>
internal sealed class NotificationWriter(TimeProvider time)
{
    private const long CleanUpMs = 60_000;
    private long last;
    private long cleanedAt;

    public void Add(DbConnection connection, Notification notification)
    {
        if (last == 0) last = connection.ExecuteScalar<long>(NotificationSql.Newest);
        var now = UnixTime.Of(time.GetUtcNow());
        last = Math.Max(now, last + 1);
        var content = BackgroundText.Of(notification.Content);
        var row = NotificationRow.Of(notification, last, content);
        connection.Execute(NotificationSql.Insert, row);
        if (row.Content is null) connection.Execute(NotificationSql.InsertContent, new { notification.Id, Content = content });
        if (now - cleanedAt < CleanUpMs) return;
        cleanedAt = now;
        RemoveOld(connection, now);
    }

    /// <summary>Adds in place of those of the same group and kind.</summary>
    public void Replace(DbConnection connection, Notification notification)
    {
        connection.Execute(NotificationSql.RemoveOfKind, new { GroupId = notification.Group, notification.Kind });
        Add(connection, notification);
    }

    /// <summary>Adds in place of those with the same key for the same session.</summary>
    public void ReplaceKeyed(DbConnection connection, Notification notification)
    {
        if (notification.Key is not null) connection.Execute(NotificationSql.RemoveOfKey, new { OwnerKey = notification.Owner.KeyId, OwnerDevice = notification.Owner.DeviceId, notification.Kind, NoticeKey = notification.Key });
        Add(connection, notification);
    }

    public static int RemoveOld(DbConnection connection, long now)
    {
        var removed = connection.Execute(NotificationSql.RemoveOld, new { oldest = now - (long)BackgroundLifetimes.Notifications.TotalMilliseconds });
        connection.Execute(NotificationSql.RemoveContents);
        return removed;
    }
}
