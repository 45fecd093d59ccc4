using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>The records of one connector.</summary>
internal sealed class ConnectorRecords(string connectorId, SqlRoom room, string start, RecordsKey secrets, TimeProvider time) : IConnectorRecords
{
    private readonly RecordSteps steps = new(secrets, time);

    public async ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(key);
        var row = await room.FindAsync(RecordSql.Find, [connectorId, kind, key, Now()], cancellationToken).ConfigureAwait(false);
        return row?.ToRecord(connectorId, secrets);
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = $"SELECT {RecordSql.Columns} FROM connector_record WHERE connector_id = @connector AND kind = @kind"
            + (query.Index1 is null ? "" : " AND index1 = @index1") + (query.Index2 is null ? "" : " AND index2 = @index2") + (query.After is null ? "" : " AND key > @after")
            + " AND (expires_at IS NULL OR expires_at > @now) ORDER BY key LIMIT @limit";
        var values = new (string Name, object? Value)[] { ("connector", connectorId), ("kind", query.Kind), ("now", Now()), ("limit", query.Limit), ("index1", query.Index1), ("index2", query.Index2), ("after", query.After) };
        // What does not limit the list is not in its text.
        var given = values.Where(one => one.Value is not null).ToList();
        return await room.ListAsync(new HotQuery<RecordRow>(text, [.. given.Select(one => one.Name)], RecordRow.Read), [.. given.Select(one => one.Value)], row => row.ToRecord(connectorId, secrets), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0) return;
        var plan = new CommitPlan([.. steps.Of(connectorId, changes)]);
        try
        {
            if (await room.Writer.WriteAgainAsync(plan.Execute, cancellationToken).ConfigureAwait(false) is { } conflict) throw Conflict(changes, conflict.Key);
        }
        catch (CommitRefusedException refused)
        {
            throw Conflict(changes, refused.Conflict.Key);
        }
    }

    public async ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        var holder = Guid.NewGuid().ToString();
        var values = new { connector = connectorId, name, holder, start, alone = room.Dialect.IsShared ? 0L : 1L, lease = Milliseconds(time), now = Now() };
        var fence = await room.Writer.WriteAgainAsync(connection => connection.QueryFirstOrDefault<long?>(LeaseSql.Take(room.Dialect), values), cancellationToken).ConfigureAwait(false);
        return fence is null ? null : new RecordLease(this, name, holder, fence.Value);
    }

    public async ValueTask<bool> RenewAsync(string name, string holder, TimeSpan time, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        var values = new { connector = connectorId, name, holder, lease = Milliseconds(time), now = Now() };
        return await room.Writer.WriteAgainAsync(connection => connection.Execute(LeaseSql.Renew(room.Dialect), values), cancellationToken).ConfigureAwait(false) > 0;
    }

    public async ValueTask GiveBackAsync(string name, string holder) =>
        await room.Writer.WriteAgainAsync(connection => connection.Execute(LeaseSql.GiveBack, new { connector = connectorId, name, holder }), CancellationToken.None).ConfigureAwait(false);

    // A key may be a person's or a code; it is told in the detail alone, which stays with the administrator.
    private static ConnectorException Conflict(IReadOnlyList<RecordChange> changes, string key) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"A record of the kind '{changes.FirstOrDefault(change => change.Key == key)?.Kind}' was changed by somebody else meanwhile. Read it again and repeat.")
        {
            MessageRu = "Запись тем временем изменил кто-то другой. Прочитайте её заново и повторите.",
            Reason = "RECORD_CHANGED",
            Detail = $"The key is '{key}'.",
            Retryable = true,
        });

    private static long Milliseconds(TimeSpan time) => Math.Max(1, (long)time.TotalMilliseconds);

    private long Now() => UnixTime.Of(time.GetUtcNow());
}
