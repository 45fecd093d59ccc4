using System.Data.Common;
using Dapper;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>Writes notifications, on the thread of the writer alone. Each takes its moment before anything else of its transaction, so that servers wait for each other there and the moments grow in the order of the commits.</summary>
internal sealed class NotificationWriter(SqlDialect dialect, TimeProvider time)
{
    private const long CleanUpMs = 60_000;
    private static readonly long KeptMs = (long)BackgroundLifetimes.Notifications.TotalMilliseconds;
    private readonly NotificationSql sql = new(dialect);
    private long cleanedAt;

    /// <summary>The next moment; no other server has one until the commit.</summary>
    public long Next(DbConnection connection) => connection.ExecuteScalar<long>(sql.NextMoment, new { now = UnixTime.Of(time.GetUtcNow()) });

    public void Add(DbConnection connection, Notification notification, long moment)
    {
        // The clock of the database has its own say of the moment, so what is left of the time counts from there.
        if (dialect.IsShared && notification.ExpiresAt is { } expires) notification = notification with { ExpiresAt = UnixTime.From(moment) + (expires - time.GetUtcNow()) };
        var content = BackgroundText.Of(notification.Content);
        var row = NotificationRow.Of(notification, moment, content);
        connection.Execute(NotificationSql.Insert, row);
        if (row.Content is null) connection.Execute(NotificationSql.InsertContent, new { notification.Id, Content = content });
        if (moment - cleanedAt < CleanUpMs) return;
        cleanedAt = moment;
        RemoveOld(connection, time.GetUtcNow());
    }

    /// <summary>Adds in place of those of the same group and kind.</summary>
    public void Replace(DbConnection connection, Notification notification, long moment)
    {
        connection.Execute(NotificationSql.RemoveOfKind, new { GroupId = notification.Group, notification.Kind });
        Add(connection, notification, moment);
    }

    /// <summary>Adds in place of those with the same key for the same session.</summary>
    public void ReplaceKeyed(DbConnection connection, Notification notification, long moment)
    {
        if (notification.Key is not null) connection.Execute(NotificationSql.RemoveOfKey, new { OwnerKey = notification.Owner.KeyId, OwnerDevice = notification.Owner.DeviceId, notification.Kind, NoticeKey = notification.Key });
        Add(connection, notification, moment);
    }

    public int RemoveOld(DbConnection connection, DateTimeOffset now)
    {
        var removed = connection.Execute(sql.RemoveOld, new { now = UnixTime.Of(now), kept = KeptMs });
        connection.Execute(NotificationSql.RemoveContents);
        return removed;
    }

    /// <summary>The moment by the clock that gives them.</summary>
    public Task<long> ClockAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(sql.Clock, new { now = UnixTime.Of(time.GetUtcNow()) }, cancellationToken: cancellationToken));

    /// <summary>The notifications of a session.</summary>
    public Task<IEnumerable<NotificationRow>> ListAsync(DbConnection connection, NotificationQuery query, CancellationToken cancellationToken)
    {
        var values = new { OwnerKey = query.Owner.KeyId, OwnerDevice = query.Owner.DeviceId, query.AfterMs, now = UnixTime.Of(time.GetUtcNow()), kept = KeptMs, query.Limit };
        return connection.QueryAsync<NotificationRow>(new CommandDefinition(sql.List, values, cancellationToken: cancellationToken));
    }
}
