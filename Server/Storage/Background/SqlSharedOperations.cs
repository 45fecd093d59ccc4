using Dapper;
using ServerJobs.Background;

namespace Server.Storage;

/// <summary>What servers on one PostgreSQL ask each other about operations.</summary>
public sealed class SqlSharedOperations(SqlDatabase database) : ISharedOperations
{
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <inheritdoc/>
    public async ValueTask AskCancelAsync(string id, CancelledBy by, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(SharedOperationSql.AskCancel, new { id, by = by.ToString() }), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OperationStop>> ReadStopsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<(string Id, string? By, bool? IsLost)>(SharedOperationSql.Stops, new { ids = ids.ToArray() }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new OperationStop(row.Id, row.By is { } by ? Enum.Parse<CancelledBy>(by) : null, row.IsLost == true))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BackgroundOperation>> ListOrphansAsync(int limit, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<BackgroundRow>(SharedOperationSql.Orphans, new { limit }, cancellationToken).ConfigureAwait(false)).Select(row => row.ToOperation())];

    /// <inheritdoc/>
    public async ValueTask<OwnerNews> ReadNewsAsync(long after, CancellationToken cancellationToken)
    {
        // The moment first: what is added after it is found the next time.
        var newest = (await QueryAsync<long>(NotificationSql.Newest, null, cancellationToken).ConfigureAwait(false)).Single();
        if (newest <= after) return new OwnerNews(after, []);
        var owners = await QueryAsync<(string KeyId, string DeviceId)>(NotificationSql.OwnersSince, new { after }, cancellationToken).ConfigureAwait(false);
        return new OwnerNews(newest, [.. owners.Select(owner => new BackgroundOwner(owner.KeyId, owner.DeviceId))]);
    }

    private Task<List<T>> QueryAsync<T>(string text, object? values, CancellationToken cancellationToken) => room.ReadAsync(
        async (connection, cancelled) => (await connection.QueryAsync<T>(new CommandDefinition(text, values, cancellationToken: cancelled)).ConfigureAwait(false)).AsList(),
        cancellationToken);
}
