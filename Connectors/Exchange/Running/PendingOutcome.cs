using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What an item means, on its way into a commit.</summary>
internal sealed class PendingOutcome(RunScope scope, OrganisationLedger ledger, StoredIncoming item, IncomingOutcome outcome)
{
    private readonly IncomingReplies replies = new(scope, ledger.Organisation, outcome.Replies is { Count: 1 } ? item.Item.ReplyTo : null);
    private readonly IncomingCompleting completing = new(scope.Parts, ledger.Organisation, outcome);
    private bool isRead;

    public StoredIncoming Item => item;

    public IncomingOutcome Outcome => outcome;

    private EngineParts Parts => scope.Parts;

    /// <summary>Puts it into a commit.</summary>
    /// <returns>False when it must wait: the item is another's by now, or the message it answers is.</returns>
    public async Task<bool> FillAsync(CommitDraft draft)
    {
        // As it was read it is guarded by its version; after a conflict it is read again.
        var now = !isRead ? item : await Parts.Store.FindIncomingAsync(Parts.ConnectorId, ledger.Organisation, item.Item.RemoteId, CancellationToken.None).ConfigureAwait(false);
        isRead = true;
        if (now is not { Stage: IncomingStage.Stored }) return false;
        // An answer to a message that is not known yet stays: its message may still be on the way to being accepted.
        if (outcome.Replies is { Count: > 0 } && !await replies.ApplyAsync(draft, outcome.Replies, CancellationToken.None).ConfigureAwait(false)) return false;
        foreach (var fact in outcome.Facts ?? []) await draft.AddFactAsync(fact, CancellationToken.None).ConfigureAwait(false);
        await draft.AddBelongingsAsync(outcome.Records ?? [], outcome.Next ?? [], CancellationToken.None).ConfigureAwait(false);
        draft.Change(now with { Stage = IncomingStage.Handled, LastError = null, Payload = [] });
        draft.Write(RecordOf(Parts, item, outcome));
        await completing.AddAsync(draft, item.Id).ConfigureAwait(false);
        return true;
    }

    /// <summary>Tells of it when it is committed.</summary>
    /// <returns>What is handled now: the item and what it completed.</returns>
    public IReadOnlyList<StoredIncoming> Tell(CommitDraft written)
    {
        ledger.Succeed(report => report with { Received = report.Received + 1, Finished = report.Finished + replies.Finished });
        var document = written.Documents.FindChanged(outcome.Document);
        ledger.Change(new ExchangeChange(ledger.Organisation, outcome.Operation ?? "") { IncomingId = item.Item.RemoteId, Document = outcome.Document, Received = true, NewStatus = document?.Status, NewActions = document?.Actions ?? [] });
        foreach (var moved in replies.Moved) ledger.Change(moved.AsChange());
        return [item with { Stage = IncomingStage.Handled }, .. completing.Completed];
    }

    public static ProtocolRecord RecordOf(EngineParts parts, StoredIncoming item, IncomingOutcome? outcome) => new(parts.Ids.Next(), outcome?.Operation ?? item.Item.Kind ?? "", parts.Now)
    {
        Incoming = true,
        Document = outcome?.Document,
        RequestId = item.Item.ReplyTo,
        Payload = item.Payload,
        Description = outcome?.Description,
    };
}
