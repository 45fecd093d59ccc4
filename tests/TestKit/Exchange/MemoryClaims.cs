using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;

namespace TestKit.Exchange;

/// <summary>What may be taken from a <see cref="MemoryExchangeStore"/>, by which rule.</summary>
internal sealed class MemoryClaims(MemoryExchangeRows rows, ClaimRequest request)
{
    public ExchangeMessage? ToSend()
    {
        var row = Queue([ExchangeStage.Enqueued]).FirstOrDefault(candidate => IsDue(candidate) && !IsBusy(candidate.Message));
        if (row is null) return null;
        var message = row.Message;
        Take(row, message with { Stage = ExchangeStage.Sending, Attempt = message.Attempt + 1, SentAt = request.Now, StageSince = request.Now, ChangedAt = request.Now, Version = message.Version + 1 });
        rows.Protocol.Add((request.ConnectorId, new ProtocolRecord(Guid.CreateVersion7(request.Now).ToString(), message.Content.Operation, request.Now)
        {
            MessageId = message.Id,
            Stage = ExchangeStage.Sending,
            Document = message.Content.Document,
            Node = request.Node,
            User = request.User,
        }));
        return row.Message;
    }

    public IReadOnlyList<ExchangeMessage> Lease(IReadOnlyList<ExchangeStage> stages, int limit)
    {
        var due = Queue(stages).Where(IsDue).OrderByDescending(row => row.Message.Content.Priority).ThenBy(row => row.Message.NextAttemptAt ?? DateTimeOffset.UnixEpoch).Take(limit).ToList();
        foreach (var row in due) Take(row, row.Message);
        return [.. due.Select(row => row.Message)];
    }

    public DateTimeOffset? NextDue(IReadOnlyList<ExchangeStage> stages) =>
        Queue(stages).Where(row => !(row.Message.Stage == ExchangeStage.Enqueued && IsBusy(row.Message))).Select(row => DueAt(row, DateTimeOffset.MaxValue)).Where(due => due is not null).Min();

    private IEnumerable<MemoryMessageRow> Queue(IReadOnlyList<ExchangeStage> stages) => Mine
        .Where(row => stages.Contains(row.Message.Stage) && IsAsked(row.Message) && !IsHeldUp(row.Message))
        .OrderByDescending(row => row.Message.Content.Priority).ThenBy(row => row.Message.CreatedAt).ThenBy(row => row.Message.Id, StringComparer.Ordinal);

    private IEnumerable<MemoryMessageRow> Mine => rows.Messages.Values.Where(row => row.ConnectorId == request.ConnectorId);

    private IEnumerable<ExchangeMessage> Open => Mine.Select(row => row.Message).Where(message => !message.IsFinal);

    private bool IsDue(MemoryMessageRow row) => row.IsFreeAt(request.Now, Far) && DueAt(row, Far) <= request.Now;

    // Further ahead than a lease can be: a clock was set back since.
    private DateTimeOffset Far => request.LeaseUntil + (request.LeaseUntil - request.Now);

    private static DateTimeOffset? DueAt(MemoryMessageRow row, DateTimeOffset far)
    {
        DateTimeOffset? own = row.Message.Stage switch
        {
            ExchangeStage.Enqueued or ExchangeStage.AwaitingSignature => row.Message.NextAttemptAt ?? DateTimeOffset.UnixEpoch,
            ExchangeStage.Sending => row.LeaseUntil > far ? DateTimeOffset.UnixEpoch : row.LeaseUntil,
            _ => row.Message.NextAttemptAt,
        };
        return row.LeaseOwner is not null && row.LeaseUntil <= far && own < row.LeaseUntil ? row.LeaseUntil : own;
    }

    private bool IsAsked(ExchangeMessage message) =>
        (request.Organisations?.Contains(message.Content.Organisation) ?? true)
        && !request.Stopped.Contains(message.Content.Organisation)
        && !request.Held.Contains(new HeldPurpose(message.Content.Organisation, message.Content.Purpose))
        && (request.Document is not null || request.MessageId is not null || !message.Content.Immediate || message.Stage != ExchangeStage.Enqueued)
        && (request.Document is null || message.Content.Document == request.Document)
        && (request.MessageId is null || message.Id == request.MessageId);

    private bool IsHeldUp(ExchangeMessage message) => message.Stage switch
    {
        ExchangeStage.Enqueued => IsOpenOrMissing(message.Content.SendAfter) || WaitsInOrder(message) || WaitsBehindSignature(message),
        ExchangeStage.Accepted or ExchangeStage.WaitingRemote => IsOpenOrMissing(message.Content.LoadAfter) || Open.Any(other => other.Content.LoadBefore == message.Id),
        _ => false,
    };

    private bool IsOpenOrMissing(string? id) => id is not null && rows.Messages.GetValueOrDefault((request.ConnectorId, id)) is not { Message.IsFinal: true };

    private bool WaitsInOrder(ExchangeMessage message) =>
        message.Content.OrderingKey is { } key && Open.Any(other => other.Content.OrderingKey == key && MemoryExchangeRows.IsEarlier(other, message));

    private bool WaitsBehindSignature(ExchangeMessage message) => !message.Content.Immediate && Open.Any(other =>
        other.Stage == ExchangeStage.AwaitingSignature && other.Content.Organisation == message.Content.Organisation && MemoryExchangeRows.IsEarlier(other, message));

    private bool IsBusy(ExchangeMessage message) => Open.Any(other =>
        other.Stage == ExchangeStage.Sending && other.Content.Organisation == message.Content.Organisation && other.Content.Purpose == message.Content.Purpose);

    private void Take(MemoryMessageRow row, ExchangeMessage message)
    {
        row.Message = message;
        row.LeaseOwner = request.LeaseOwner;
        row.LeaseUntil = request.LeaseUntil;
    }
}
