using System.Data.Common;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using Dapper;

namespace Server.Storage;

/// <summary>The queue, the protocol, the states of documents and the inbox of all connectors, in the room <c>exchange</c>.</summary>
public sealed class SqlExchangeStore : IExchangeStore
{
    // Another server took what was chosen here; after so many times the next run of the engine goes on.
    private const int Tries = 5;
    private readonly SqlRoom room;
    private readonly RecordSteps records;

    /// <summary>Makes it.</summary>
    /// <param name="database">The databases.</param>
    /// <param name="options">Where the key of secret records is.</param>
    /// <param name="time">The clock.</param>
    public SqlExchangeStore(SqlDatabase database, StorageOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        room = database.Exchange;
        records = new RecordSteps(new RecordsKey(options.HomeFolder), time);
    }

    /// <inheritdoc/>
    public async Task<CommitConflict?> CommitAsync(ExchangeCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var plan = CommitPlan.Of(commit, records.Of(commit.ConnectorId, commit.Records));
        try
        {
            return await room.Writer.WriteAgainAsync(plan.Execute, cancellationToken).ConfigureAwait(false);
        }
        catch (CommitRefusedException refused)
        {
            return refused.Conflict;
        }
        catch (DbException twice) when (SqlRefusal.IsTwice(twice))
        {
            // The index of what is being sent, which is asked last; the guards name all the others.
            return new CommitConflict("message", commit.Changed.Concat(commit.Added).FirstOrDefault(message => message.Stage == ExchangeStage.Sending)?.Id ?? "");
        }
    }

    /// <inheritdoc/>
    public async Task<ExchangeMessage?> ClaimToSendAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = ClaimQuery.ToSend(request);
        for (var tried = 1; ; tried++)
        {
            var (row, lost) = await ClaimAsync(query, request, cancellationToken).ConfigureAwait(false);
            if (row is null && (!lost || tried == Tries)) return null;
            if (row is not null && await UnderstandAsync(row, request, cancellationToken).ConfigureAwait(false) is { } message) return message;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ExchangeMessage>> ClaimAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(stages);
        var query = ClaimQuery.ToLease(request, stages, limit);
        var rows = await room.Writer.WriteAgainAsync(connection => connection.Query<ExchangeMessageRow>(query.Text, query.Values).AsList(), cancellationToken).ConfigureAwait(false);
        var messages = new List<ExchangeMessage>(rows.Count);
        foreach (var row in rows.OrderByDescending(row => row.Priority).ThenBy(row => row.NextAttemptAt ?? 0).ThenBy(row => row.CreatedAt).ThenBy(row => row.MessageId, StringComparer.Ordinal))
        {
            if (await UnderstandAsync(row, request, cancellationToken).ConfigureAwait(false) is { } message) messages.Add(message);
        }

        return messages;
    }

    /// <inheritdoc/>
    public Task<int> RenewLeasesAsync(string connectorId, string leaseOwner, DateTimeOffset until, CancellationToken cancellationToken) =>
        room.Writer.WriteAgainAsync(connection => connection.Execute(ExchangeMessageSql.Renew, new { connector = connectorId, owner = leaseOwner, until = UnixTime.Of(until) }), cancellationToken);

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextDueAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(stages);
        var query = ClaimQuery.NextDue(request, stages);
        return UnixTime.From(await room.ReadAsync((connection, stop) => connection.ExecuteScalarAsync<long?>(new CommandDefinition(query.Text, query.Values, cancellationToken: stop)), cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<ExchangeMessage?> FindMessageAsync(string connectorId, string messageId, CancellationToken cancellationToken) =>
        (await room.FindAsync(ExchangeMessageSql.Find, [connectorId, messageId], cancellationToken).ConfigureAwait(false))?.ToMessage();

    /// <inheritdoc/>
    public async Task<ExchangeMessage?> FindByRequestIdAsync(string connectorId, string organisation, string requestId, CancellationToken cancellationToken) =>
        (await room.FindAsync(ExchangeMessageSql.FindByRequest, [connectorId, organisation, requestId], cancellationToken).ConfigureAwait(false))?.ToMessage();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ExchangeMessage>> ListMessagesAsync(string connectorId, ExchangeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (text, values) = MessageList.Of(connectorId, query);
        var names = values.ParameterNames.ToArray();
        return room.ListAsync(new HotQuery<ExchangeMessageRow>(text, names, ExchangeMessageRow.Read), [.. names.Select(values.Get<object?>)], row => row.ToMessage(), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> OpenOrganisationsAsync(string connectorId, CancellationToken cancellationToken) =>
        [.. await room.ReadAsync((connection, stop) => connection.QueryAsync<string>(new CommandDefinition(ExchangeMessageSql.OpenOrganisations, new { connector = connectorId }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false)];

    /// <inheritdoc/>
    public async Task<DocumentState?> FindDocumentAsync(string connectorId, string document, CancellationToken cancellationToken) =>
        (await room.FindAsync(DocumentStateRow.Find, [connectorId, document], cancellationToken).ConfigureAwait(false))?.ToState();

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string connectorId, string documentOrMessage, bool withPayloads, CancellationToken cancellationToken) =>
        room.ListAsync<ProtocolRow, ProtocolRecord>(withPayloads ? ProtocolRow.ListWithPayloads : ProtocolRow.List, new { connector = connectorId, of = documentOrMessage }, row => row.ToRecord(), cancellationToken);

    /// <inheritdoc/>
    public async Task<StoredIncoming?> FindIncomingAsync(string connectorId, string organisation, string remoteId, CancellationToken cancellationToken) =>
        (await room.FindAsync(IncomingRow.Find, [connectorId, organisation, remoteId], cancellationToken).ConfigureAwait(false))?.ToIncoming();

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredIncoming>> FindIncomingAsync(string connectorId, string organisation, IncomingKey by, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var (text, values) = IncomingQuery.Find(connectorId, organisation, by, keys);
        return room.ListAsync<IncomingRow, StoredIncoming>(text, values, row => row.ToIncoming(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredIncoming>> ListIncomingAsync(string connectorId, string? organisation, IReadOnlyList<IncomingStage> stages, string? after, int limit, bool withPayloads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stages);
        return room.ListAsync<IncomingRow, StoredIncoming>(IncomingQuery.List(organisation is null, stages, withPayloads), new { connector = connectorId, organisation, after, limit }, row => row.ToIncoming(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<byte[]?> TakeSuspensionAsync(string connectorId, string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        room.Writer.WriteAgainAsync(connection => connection.QueryFirstOrDefault<byte[]?>(SuspensionSql.Take, new { connector = connectorId, id, now = UnixTime.Of(now) }), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveOldAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        room.Writer.WriteAgainAsync(connection => ExchangeRetention.Remove(connection, UnixTime.Of(before), limit), cancellationToken);

    private async Task<(ExchangeMessageRow? Row, bool Lost)> ClaimAsync(ClaimQuery query, ClaimRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await room.Writer.WriteAgainAsync(
                connection =>
                {
                    var row = connection.QueryFirstOrDefault<ExchangeMessageRow>(query.Text, query.Values);
                    if (row is null) return (null, room.Dialect.IsShared && connection.ExecuteScalar<string?>(query.Candidate, query.Values) is not null);
                    ProtocolRow.Insert.Execute(connection, ProtocolRow.ValuesOf(request.ConnectorId, Began(row, request)));
                    return ((ExchangeMessageRow?)row, false);
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbException twice) when (SqlRefusal.IsTwice(twice))
        {
            // Another server began to send for the organisation after this one had looked.
            return (null, true);
        }
    }

    private static ProtocolRecord Began(ExchangeMessageRow row, ClaimRequest request) => new(Guid.CreateVersion7(request.Now).ToString(), row.Operation, request.Now)
    {
        MessageId = row.MessageId,
        Stage = ExchangeStage.Sending,
        Document = row.Document,
        Format = row.Format,
        Node = request.Node,
        User = request.User,
    };

    // A damaged row must not be taken again and again: it would bar its organisation, and the engine with it.
    private async Task<ExchangeMessage?> UnderstandAsync(ExchangeMessageRow row, ClaimRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return row.ToMessage();
        }
        catch (Exception damage) when (DamagedRows.IsDamage(damage))
        {
            room.TellDamage(row.MessageId, nameof(ExchangeMessageRow), damage);
            await room.Writer.WriteAgainAsync(connection => connection.Execute(ExchangeMessageSql.Park, new { connector = request.ConnectorId, id = row.MessageId, owner = request.LeaseOwner }), cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}
