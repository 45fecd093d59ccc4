using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace TestKit.Exchange;

/// <summary>The tables of a <see cref="MemoryExchangeStore"/>, and what a commit does to them.</summary>
internal sealed class MemoryExchangeRows
{
    public Dictionary<(string Connector, string Id), MemoryMessageRow> Messages { get; } = [];

    public Dictionary<(string Connector, string Document), DocumentState> Documents { get; } = [];

    public Dictionary<(string Connector, string Organisation, string RemoteId), StoredIncoming> Incoming { get; } = [];

    public List<(string Connector, ProtocolRecord Record)> Protocol { get; } = [];

    public Dictionary<(string Connector, string Kind, string Key), long> Records { get; } = [];

    public static bool IsEarlier(ExchangeMessage one, ExchangeMessage other) =>
        one.CreatedAt < other.CreatedAt || (one.CreatedAt == other.CreatedAt && string.CompareOrdinal(one.Id, other.Id) < 0);

    public CommitConflict? ConflictOf(ExchangeCommit commit)
    {
        var id = commit.ConnectorId;
        return commit.Added.Where(message => Messages.ContainsKey((id, message.Id))).Select(message => new CommitConflict("message", message.Id))
            .Concat(commit.Changed.Where(message => !MayChange(commit, message)).Select(message => new CommitConflict("message", message.Id)))
            .Concat(commit.Documents.Where(state => (Documents.GetValueOrDefault((id, state.Document))?.Version ?? 0) != state.Version).Select(state => new CommitConflict("document", state.Document)))
            .Concat(commit.Incoming.Where(item => (Incoming.GetValueOrDefault(Key(id, item))?.Version ?? 0) != item.Version).Select(item => new CommitConflict("incoming", item.Item.RemoteId)))
            .Concat(commit.Records.Where(record => record.ExpectedVersion is { } version && Records.GetValueOrDefault((id, record.Kind, record.Key)) != version).Select(record => new CommitConflict("record", record.Key)))
            .FirstOrDefault();
    }

    public void Write(ExchangeCommit commit)
    {
        var id = commit.ConnectorId;
        foreach (var message in commit.Added) Messages.Add((id, message.Id), new MemoryMessageRow(id, Kept(message)));
        foreach (var message in commit.Changed)
        {
            var row = Messages[(id, message.Id)];
            row.Message = Kept(message);
            row.LeaseOwner = null;
        }

        foreach (var state in commit.Documents) Documents[(id, state.Document)] = state with { Version = state.Version + 1 };
        foreach (var item in commit.Incoming) Incoming[Key(id, item)] = item with { Version = item.Version + 1, Payload = item is { Version: > 0, Payload.Length: 0 } ? Incoming[Key(id, item)].Payload : item.Payload };
        foreach (var (key, item) in Incoming.Where(pair => pair.Key.Connector == id && pair.Value.Stage == IncomingStage.Handled && commit.Acknowledged.Contains(pair.Value.Id)).ToList())
        {
            Incoming[key] = item with { Stage = IncomingStage.Acknowledged, LastError = null, Version = item.Version + 1 };
        }

        foreach (var record in commit.Protocol) Protocol.Add((id, record));
        foreach (var record in commit.Records) Write(id, record);
    }

    public int RemoveOld(DateTimeOffset before, int limit)
    {
        var messages = Messages.Where(pair => pair.Value.Message.IsFinal && pair.Value.Message.ChangedAt < before).Select(pair => pair.Key).Take(limit).ToList();
        foreach (var key in messages) Messages.Remove(key);
        var incoming = Incoming.Where(pair => pair.Value.Stage == IncomingStage.Acknowledged && pair.Value.CreatedAt < before).Select(pair => pair.Key).Take(limit - messages.Count).ToList();
        foreach (var key in incoming) Incoming.Remove(key);
        var left = limit - messages.Count - incoming.Count;
        var payloads = Enumerable.Range(0, Protocol.Count).Where(at => Protocol[at].Record is { Payload: not null } record && record.At < before).Take(left).ToList();
        foreach (var at in payloads) Protocol[at] = (Protocol[at].Connector, Protocol[at].Record with { Payload = null });
        return messages.Count + incoming.Count + payloads.Count;
    }

    private bool MayChange(ExchangeCommit commit, ExchangeMessage message) =>
        Messages.TryGetValue((commit.ConnectorId, message.Id), out var row) && row.Message.Version == message.Version && (commit.LeaseOwner is null || row.LeaseOwner == commit.LeaseOwner);

    private void Write(string id, Cleverence.Connectivity.RecordChange record)
    {
        var key = (id, record.Kind, record.Key);
        if (record.Content is null) Records.Remove(key);
        else Records[key] = Records.GetValueOrDefault(key) + 1;
    }

    // The connector's records travel with a message into the queue and are not part of it there.
    private static ExchangeMessage Kept(ExchangeMessage message) => message with { Version = message.Version + 1, Content = message.Content with { Records = [] } };

    private static (string, string, string) Key(string id, StoredIncoming item) => (id, item.Item.Organisation, item.Item.RemoteId);
}
