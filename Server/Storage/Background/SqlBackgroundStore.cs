using System.Data.Common;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Dapper;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>Background operations and the notifications about them, in the database where a commit survives a power cut.</summary>
public sealed class SqlBackgroundStore(SqlDatabase database, TimeProvider time) : IBackgroundStore
{
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;
    private readonly NotificationWriter notifications = new(database.Exchange.Dialect, time);

    /// <inheritdoc/>
    public async ValueTask<StartRecord> StartAsync(BackgroundOperation operation, IReadOnlyList<BackgroundPortion> portions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var rows = portions.Select((portion, at) => PortionRow.Of(operation.Id, portion, at + 1)).ToList();
        return await room.Writer.WriteAsync(connection => BackgroundStarts.Start(connection, operation, rows), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<BackgroundOperation?> FindAsync(string id, CancellationToken cancellationToken) => await room.ReadAsync(
        async (connection, cancelled) =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<BackgroundRow>(new CommandDefinition(BackgroundSql.One, new { id }, cancellationToken: cancelled)).ConfigureAwait(false);
            if (row is null) return null;
            var operation = row.ToOperation();
            if (operation.State == BackgroundState.Active) return operation;
            var messages = await connection.QueryAsync<string>(new CommandDefinition(BackgroundSql.ReadMessages, new { id }, cancellationToken: cancelled)).ConfigureAwait(false);
            return operation with { Messages = [.. messages.Select(BackgroundText.ToMessage)] };
        },
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BackgroundOperation>> ListAsync(BackgroundQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await QueryAsync<BackgroundRow>(BackgroundSelect.Of(query), BackgroundSelect.ValuesOf(query), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToOperation())];
    }

    /// <inheritdoc/>
    public async ValueTask TellAsync(UserMessage message, Notification notification, CancellationToken cancellationToken) => await TellAsync(
        notification,
        (connection, moment) =>
        {
            connection.Execute(BackgroundSql.InsertMessage, new { id = notification.OperationId, content = BackgroundText.Of(message) });
            notifications.Add(connection, notification, moment);
        },
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<UserMessage>> ReadMessagesAsync(string operationId, bool remove, CancellationToken cancellationToken)
    {
        var values = new { id = operationId };
        IEnumerable<string> texts = !remove
            ? await QueryAsync<string>(BackgroundSql.ReadMessages, values, cancellationToken).ConfigureAwait(false)
            : await room.Writer.WriteAsync(
                connection =>
                {
                    var read = connection.Query<string>(BackgroundSql.ReadMessages, values).AsList();
                    connection.Execute(BackgroundSql.RemoveMessages, values);
                    return read;
                },
                cancellationToken).ConfigureAwait(false);
        return [.. texts.Select(BackgroundText.ToMessage)];
    }

    /// <inheritdoc/>
    public async ValueTask ProgressAsync(BackgroundProgress progress, Notification notification, CancellationToken cancellationToken)
    {
        var text = BackgroundText.Of(NotificationContent.RecordOf(progress)!);
        await TellAsync(
            notification,
            (connection, moment) =>
            {
                connection.Execute(BackgroundSql.Progress, new { id = notification.OperationId, progress = text });
                notifications.Replace(connection, notification, moment);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask NotifyAsync(Notification notification, CancellationToken cancellationToken) =>
        await TellAsync(notification, (connection, moment) => notifications.ReplaceKeyed(connection, notification, moment), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask SavePortionAsync(string operationId, BackgroundPortion portion, CancellationToken cancellationToken)
    {
        var row = PortionRow.Of(operationId, portion, 0);
        await WriteAsync(connection => connection.Execute(BackgroundSql.SavePortion, row), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BackgroundPortion>> ReadPortionsAsync(string operationId, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<PortionRow>(BackgroundSql.ReadPortions, new { id = operationId }, cancellationToken).ConfigureAwait(false)).Select(row => row.ToPortion())];

    /// <inheritdoc/>
    public async ValueTask<bool> EndAsync(BackgroundOperation operation, InvokeResult? result, Notification finished, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var row = BackgroundRow.Of(operation);
        var outcome = result is null ? null : BackgroundText.Of(result);
        return await room.Writer.WriteAsync(
            connection =>
            {
                var moment = notifications.Next(connection);
                if (connection.Execute(BackgroundSql.End, row) == 0) return false;
                if (outcome is not null) connection.Execute(BackgroundSql.InsertResult, new { id = operation.Id, outcome });
                notifications.Add(connection, finished, moment);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseKeyAsync(string operationId, CancellationToken cancellationToken) =>
        await WriteAsync(connection => connection.Execute(BackgroundSql.ReleaseKey, new { id = operationId }), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<InvokeResult?> ReadResultAsync(string operationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<ResultRow>(BackgroundSql.ReadResult, new { id = operationId }, cancellationToken).ConfigureAwait(false);
        return rows.Count == 1 && now < BackgroundLifetimes.ExpiryOf(UnixTime.From(rows[0].EndedAt), UnixTime.From(rows[0].SeenAt)) ? BackgroundText.ToResult(rows[0].Outcome) : null;
    }

    /// <inheritdoc/>
    public async ValueTask SeenAsync(BackgroundOwner owner, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await WriteAsync(connection => connection.Execute(BackgroundSql.Seen, new { owner.KeyId, owner.DeviceId, at = UnixTime.Of(at) }), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Notification>> ListNotificationsAsync(NotificationQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await room.ReadAsync((connection, cancelled) => notifications.ListAsync(connection, query, cancelled), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToNotification())];
    }

    /// <inheritdoc/>
    public async ValueTask<DateTimeOffset> ReadClockAsync(CancellationToken cancellationToken) => UnixTime.From(await room.ReadAsync(notifications.ClockAsync, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async ValueTask<Notification?> FindNotificationAsync(BackgroundOwner owner, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return (await QueryAsync<NotificationRow>(NotificationSql.One, new { id, owner.KeyId, owner.DeviceId }, cancellationToken).ConfigureAwait(false)).SingleOrDefault()?.ToNotification();
    }

    /// <inheritdoc/>
    public async ValueTask<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            presence = (long)BackgroundLifetimes.Presence.TotalMilliseconds,
            unowned = UnixTime.Of(now - BackgroundLifetimes.Unowned),
            owned = UnixTime.Of(now - BackgroundLifetimes.AfterOwner),
            operations = UnixTime.Of(now - BackgroundLifetimes.Operations),
        };
        return await room.Writer.WriteAsync(
            connection =>
            {
                var removed = connection.Execute(BackgroundSql.RemoveResults, values) + connection.Execute(BackgroundSql.RemoveOperations, values) + notifications.RemoveOld(connection, now);
                connection.Execute(BackgroundSql.RemoveOrphans, values);
                return removed;
            },
            cancellationToken).ConfigureAwait(false);
    }

    // The end comes last, also where another server closed the operation.
    private Task<bool> TellAsync(Notification notification, Action<DbConnection, long> work, CancellationToken cancellationToken) => room.Writer.WriteAsync(
        connection =>
        {
            var moment = notifications.Next(connection);
            if (connection.ExecuteScalar<long>(BackgroundSql.IsOver, new { id = notification.OperationId }) > 0) return false;
            work(connection, moment);
            return true;
        },
        cancellationToken);

    private Task<bool> WriteAsync(Action<DbConnection> work, CancellationToken cancellationToken) => room.Writer.WriteAsync(
        connection =>
        {
            work(connection);
            return true;
        },
        cancellationToken);

    private Task<List<T>> QueryAsync<T>(string text, object values, CancellationToken cancellationToken) => room.ReadAsync(
        async (connection, cancelled) => (await connection.QueryAsync<T>(new CommandDefinition(text, values, cancellationToken: cancelled)).ConfigureAwait(false)).AsList(),
        cancellationToken);
}
