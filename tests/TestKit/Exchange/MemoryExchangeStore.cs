using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace TestKit.Exchange;

/// <summary>The engine's store in memory, as strict as the real ones. It outlives the engines that work on it, so a crash is an engine that is left behind.</summary>
public sealed class MemoryExchangeStore : IExchangeStore
{
    private readonly Lock gate = new();
    private readonly MemoryExchangeRows rows = new();
    private readonly Dictionary<(string Connector, string Id), Suspension> suspensions = [];

    /// <summary>Everything written, for tests.</summary>
    public IReadOnlyList<ExchangeMessage> Messages
    {
        get
        {
            lock (gate) return [.. rows.Messages.Values.Select(row => row.Message).OrderBy(message => message.CreatedAt).ThenBy(message => message.Id, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public Task<CommitConflict?> CommitAsync(ExchangeCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return Locked(() =>
        {
            if (rows.ConflictOf(commit) is { } conflict) return conflict;
            rows.Write(commit);
            if (commit.Suspension is { } suspension) suspensions[(commit.ConnectorId, suspension.Id)] = suspension;
            return null;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ExchangeMessage?> ClaimToSendAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => new MemoryClaims(rows, request).ToSend(), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ExchangeMessage>> ClaimAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => new MemoryClaims(rows, request).Lease(stages, limit), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RenewLeasesAsync(string connectorId, string leaseOwner, DateTimeOffset until, CancellationToken cancellationToken) => Locked(() =>
    {
        var held = rows.Messages.Values.Where(row => row.ConnectorId == connectorId && row.LeaseOwner == leaseOwner).ToList();
        foreach (var row in held) row.LeaseUntil = until;
        return held.Count;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(ClaimRequest request, IReadOnlyList<ExchangeStage> stages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Locked(() => new MemoryClaims(rows, request).NextDue(stages), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ExchangeMessage?> FindMessageAsync(string connectorId, string messageId, CancellationToken cancellationToken) =>
        Locked(() => rows.Messages.GetValueOrDefault((connectorId, messageId))?.Message, cancellationToken);

    /// <inheritdoc/>
    public Task<ExchangeMessage?> FindByRequestIdAsync(string connectorId, string organisation, string requestId, CancellationToken cancellationToken) =>
        Locked(() => Of(connectorId).Where(message => message.Content.Organisation == organisation && message.RequestId == requestId).OrderBy(message => message.IsFinal)
            .ThenByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id, StringComparer.Ordinal).FirstOrDefault(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ExchangeMessage>> ListMessagesAsync(string connectorId, ExchangeQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Locked<IReadOnlyList<ExchangeMessage>>(() => [.. Of(connectorId)
            .Where(message => query.Organisation is null || message.Content.Organisation == query.Organisation)
            .Where(message => query.Immediate is null || message.Content.Immediate == query.Immediate)
            .Where(message => query.Document is null || message.Content.Document == query.Document)
            .Where(message => query.Stages?.Contains(message.Stage) ?? !message.IsFinal)
            .Where(message => query.After is null || rows.Messages.GetValueOrDefault((connectorId, query.After)) is { } after && MemoryExchangeRows.IsEarlier(after.Message, message))
            .OrderBy(message => message.CreatedAt).ThenBy(message => message.Id, StringComparer.Ordinal).Take(query.Limit)], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> OpenOrganisationsAsync(string connectorId, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<string>>(() => [.. Of(connectorId).Where(message => !message.IsFinal).Select(message => message.Content.Organisation)
            .Concat(rows.Incoming.Where(pair => pair.Key.Connector == connectorId && pair.Value.Stage is IncomingStage.Seen or IncomingStage.Stored).Select(pair => pair.Value.Item.Organisation))
            .Distinct().Order(StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public Task<DocumentState?> FindDocumentAsync(string connectorId, string document, CancellationToken cancellationToken) =>
        Locked(() => rows.Documents.GetValueOrDefault((connectorId, document)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProtocolRecord>> ListProtocolAsync(string connectorId, string documentOrMessage, bool withPayloads, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<ProtocolRecord>>(() => [.. rows.Protocol
            .Where(entry => entry.Connector == connectorId && (entry.Record.Document == documentOrMessage || entry.Record.MessageId == documentOrMessage))
            .Select(entry => withPayloads ? entry.Record : entry.Record with { Payload = null })], cancellationToken);

    /// <inheritdoc/>
    public Task<StoredIncoming?> FindIncomingAsync(string connectorId, string organisation, string remoteId, CancellationToken cancellationToken) =>
        Locked(() => rows.Incoming.GetValueOrDefault((connectorId, organisation, remoteId)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredIncoming>> FindIncomingAsync(string connectorId, string organisation, IncomingKey by, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Count, IExchangeStore.MostKeys);
        return Locked<IReadOnlyList<StoredIncoming>>(() => [.. Inbox(connectorId, organisation).Where(item => by switch
        {
            IncomingKey.RemoteId => keys.Contains(item.Item.RemoteId),
            IncomingKey.Id => keys.Contains(item.Id),
            _ => keys.Contains(item.Hash) && item.Stage is IncomingStage.Handled or IncomingStage.Acknowledged,
        }).Select(item => item with { Payload = [] })], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredIncoming>> ListIncomingAsync(string connectorId, string? organisation, IReadOnlyList<IncomingStage> stages, string? after, int limit, bool withPayloads, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<StoredIncoming>>(() => [.. Inbox(connectorId, organisation).SkipWhile(item => after is not null && item.Id != after).Skip(after is null ? 0 : 1)
            .Where(item => stages.Contains(item.Stage)).Take(limit).Select(item => withPayloads ? item : item with { Payload = [] })], cancellationToken);

    /// <inheritdoc/>
    public Task<byte[]?> TakeSuspensionAsync(string connectorId, string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        Locked(() => suspensions.Remove((connectorId, id), out var taken) && taken.ExpiresAt > now ? taken.Sealed : null, cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveOldAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => Locked(() => rows.RemoveOld(before, limit), cancellationToken);

    private IEnumerable<ExchangeMessage> Of(string connectorId) => rows.Messages.Values.Where(row => row.ConnectorId == connectorId).Select(row => row.Message);

    private IEnumerable<StoredIncoming> Inbox(string connectorId, string? organisation) => rows.Incoming
        .Where(pair => pair.Key.Connector == connectorId && (organisation is null || pair.Key.Organisation == organisation)).Select(pair => pair.Value)
        .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id, StringComparer.Ordinal);

    // Every call ends later than it began, as one to a database does.
    private async Task<T> Locked<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate) return work();
    }
}
