using System.Security.Cryptography;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>One commit in the making: messages, protocol, document states and records that stand or fall together. Not thread-safe.</summary>
internal sealed class CommitDraft(EngineParts parts, IExchangeAdapter adapter, AdapterCalls calls, string? user)
{
    private readonly List<ExchangeMessage> added = [];
    private readonly List<ExchangeMessage> changed = [];
    private readonly List<ProtocolRecord> protocol = [];
    private readonly List<StoredIncoming> incoming = [];
    private readonly List<RecordChange> records = [];
    private readonly DraftDocuments documents = new(parts, adapter);

    /// <summary>The documents' states with this draft's facts.</summary>
    public DraftDocuments Documents => documents;

    /// <summary>The messages that are new.</summary>
    public IReadOnlyList<ExchangeMessage> Added => added;

    /// <summary>Whether it holds anything.</summary>
    public bool IsEmpty => added.Count + changed.Count + protocol.Count + incoming.Count + records.Count == 0 && !documents.HasChanges;

    public ExchangeCommit Build() => new(parts.ConnectorId)
    {
        Added = added,
        Changed = changed,
        Documents = documents.Changed,
        Protocol = protocol,
        Incoming = incoming,
        Records = records,
    };

    /// <summary>Takes a message into the queue.</summary>
    public async Task<ExchangeMessage> AddAsync(OutgoingMessage outgoing, string? givenId, CancellationToken cancellationToken)
    {
        var (id, createdAt) = parts.Ids.Take(givenId);
        var message = new ExchangeMessage(id, outgoing with { Id = id, Records = [] })
        {
            Stage = MissingSignatures.Of(outgoing, null, null) ? ExchangeStage.AwaitingSignature : ExchangeStage.Enqueued,
            CreatedAt = createdAt,
            ChangedAt = createdAt,
            StageSince = createdAt,
        };
        added.Add(message);
        records.AddRange(outgoing.Records);
        var fact = outgoing.Document is { } document ? new DocumentFact(document, outgoing.DocumentKind, outgoing.Operation, FactKind.Prepared) { Organisation = outgoing.Organisation, MessageId = id, At = createdAt } : null;
        if (fact is not null) await documents.ApplyNewAsync(fact, cancellationToken).ConfigureAwait(false);
        Write(message, new ProtocolRecord(parts.Ids.Next(), outgoing.Operation, createdAt) { Fact = fact, Stage = message.Stage, Payload = outgoing.Payload, User = outgoing.User ?? user });
        if (outgoing.SecondPayload.Length > 0) Write(message, new ProtocolRecord(parts.Ids.Next(), outgoing.Operation, createdAt) { Payload = outgoing.SecondPayload, User = outgoing.User ?? user, Description = "The second payload." });
        return message;
    }

    /// <summary>Moves a message by a step.</summary>
    /// <returns>The message as it is then; null when the table of stages refuses the step.</returns>
    public async Task<ExchangeMessage?> MoveAsync(ExchangeMessage message, Step step, CancellationToken cancellationToken)
    {
        if (ExchangeStates.After(message.Stage, step.Event) is not { } stage) return null;
        var moved = StepEffects.Apply(message, stage, step, parts.Now);
        moved = moved with { NextAttemptAt = StepEffects.NextAttempt(moved, step, parts.Now, calls.DelayOf(adapter, moved)) };
        changed.Add(moved);
        await AddFactAsync(moved, FactKindOf(message.Stage, step), step, cancellationToken).ConfigureAwait(false);
        await AddBelongingsAsync(step.Records, step.Next, cancellationToken).ConfigureAwait(false);
        return moved;
    }

    /// <summary>Notes what became of a message that stays where it is, and tells its document.</summary>
    public Task NoteAsync(ExchangeMessage message, FactKind? fact, Step step, CancellationToken cancellationToken) => AddFactAsync(message, fact, step, cancellationToken, always: true);

    /// <summary>Takes records and further messages in.</summary>
    public async Task AddBelongingsAsync(IReadOnlyList<RecordChange> changes, IReadOnlyList<OutgoingMessage> next, CancellationToken cancellationToken)
    {
        records.AddRange(changes);
        foreach (var outgoing in next)
        {
            if (OutgoingRules.ProblemOf(outgoing) is { } problem) throw new ConnectorException(problem);
            await AddAsync(outgoing, outgoing.Id, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Applies a fact that came from outside.</summary>
    public async Task AddFactAsync(DocumentFact fact, CancellationToken cancellationToken)
    {
        var at = fact with { At = parts.Now };
        await documents.ApplyAsync(at, cancellationToken).ConfigureAwait(false);
        protocol.Add(new ProtocolRecord(parts.Ids.Next(), fact.Operation, parts.Now) { Fact = at, Document = fact.Document, MessageId = fact.MessageId, Node = parts.Options.NodeName, User = user });
    }

    public void Change(StoredIncoming item) => incoming.Add(item);

    public void Write(ProtocolRecord record) => protocol.Add(record with { Node = parts.Options.NodeName, User = record.User ?? user, PayloadHash = HashOf(record.Payload) });

    public static string? HashOf(byte[]? payload) => payload is null ? null : Convert.ToBase64String(SHA256.HashData(payload));

    // A receipt says more than that it arrived.
    private static FactKind? FactKindOf(ExchangeStage before, Step step) =>
        ExchangeStates.FactOf(before, step.Event) is { } fact && !(fact == FactKind.Sent && step.Receipts.Count > 0) ? fact : step.Receipts.Count > 0 ? FactKind.InWork : null;

    private async Task AddFactAsync(ExchangeMessage message, FactKind? kind, Step step, CancellationToken cancellationToken, bool always = false)
    {
        DocumentFact? fact = null;
        if (kind is { } happened && message.Content.Document is { } document)
        {
            fact = new DocumentFact(document, message.Content.DocumentKind, message.Content.Operation, happened)
            {
                Organisation = message.Content.Organisation,
                Status = step.Status,
                Receipts = step.Receipts,
                Error = step.Error,
                MessageId = message.Id,
                At = parts.Now,
            };
            await documents.ApplyAsync(fact, cancellationToken).ConfigureAwait(false);
        }

        // A question without news leaves no trace: there are many of them.
        if (!always && kind is null && step.Event is ExchangeEvent.ReplySame or ExchangeEvent.ReplyWaiting or ExchangeEvent.NotFoundYet) return;
        Write(message, new ProtocolRecord(parts.Ids.Next(), message.Content.Operation, parts.Now)
        {
            Fact = fact,
            Stage = message.Stage,
            Incoming = step.Reply is not null,
            Payload = step.Reply,
            Description = step.Description ?? step.Error?.Message,
            User = step.User,
        });
    }

    private void Write(ExchangeMessage message, ProtocolRecord record) => Write(record with
    {
        MessageId = message.Id,
        Document = message.Content.Document,
        Format = message.Content.Format,
        RequestId = message.RequestId,
        Signed = message.Signature is not null,
    });
}
