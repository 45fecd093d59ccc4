using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Answers that came by the box instead of by a question: each moves its message, or tells the document of one that is final already.</summary>
/// <param name="scope">The run.</param>
/// <param name="organisation">Whose box.</param>
/// <param name="requestId">The request the box says it answers: the id its message was taken under, even if we were never told; null where there are several messages.</param>
internal sealed class IncomingReplies(RunScope scope, string organisation, string? requestId)
{
    private readonly List<Moved> moved = [];

    public IReadOnlyList<Moved> Moved => moved;

    public int Finished => moved.Count(step => step.Message.IsFinal);

    /// <summary>Puts the answers into a commit.</summary>
    /// <returns>False when not one of their messages is known, or one is being sent right now: its sender must have its say first.</returns>
    public async Task<bool> ApplyAsync(CommitDraft draft, IReadOnlyDictionary<string, ReplyOutcome> replies, CancellationToken cancellationToken)
    {
        moved.Clear();
        var known = false;
        foreach (var (key, reply) in replies)
        {
            var message = await FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (message is null) continue;
            if (message.Stage == ExchangeStage.Sending) return false;
            known = true;
            await ApplyAsync(draft, message, reply, cancellationToken).ConfigureAwait(false);
        }

        return known;
    }

    private async Task ApplyAsync(CommitDraft draft, ExchangeMessage message, ReplyOutcome? reply, CancellationToken cancellationToken)
    {
        var step = AskSteps.OfReply(message, reply, null, scope.Parts.Options, scope.Parts.Now, scope.EndsAt);
        // Who answers has it, whatever we knew of its arrival. One that was accepted and then parked is another matter: a person looks at it.
        if (step.Event is ExchangeEvent.ReplySame or ExchangeEvent.ReplyWaiting && IsUnknownThere(message)) step = step with { Event = ExchangeEvent.ReplyArrived, NotBefore = null };
        step = step with { RequestId = message.RequestId ?? requestId };
        // It was never on the wire, so nobody can have answered it.
        var unsent = message is { Stage: ExchangeStage.Enqueued, SentAt: null };
        if (!unsent && await draft.MoveAsync(message, step, cancellationToken).ConfigureAwait(false) is { } after)
        {
            moved.Add(new Moved(message.Stage, after, step, draft.Documents.FindChanged(after.Content.Document)));
            return;
        }

        await draft.NoteAsync(message, unsent ? null : FactOf(message, step), step, cancellationToken).ConfigureAwait(false);
        await draft.AddBelongingsAsync(step.Records, step.Next, cancellationToken).ConfigureAwait(false);
    }

    // The message has its end or waits for its verdict; its document follows the receipts all the same.
    private static FactKind? FactOf(ExchangeMessage message, Step step) =>
        ExchangeStates.FactOf(message.Stage, step.Event) is { } fact and not FactKind.Parked ? fact : step.Receipts.Count > 0 ? FactKind.InWork : null;

    private static bool IsUnknownThere(ExchangeMessage message) => message.Stage is ExchangeStage.Uncertain or ExchangeStage.Enqueued || (message.Stage == ExchangeStage.Parked && message.RequestId is null);

    private async Task<ExchangeMessage?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var message = await scope.Parts.Store.FindMessageAsync(scope.Parts.ConnectorId, key, cancellationToken).ConfigureAwait(false);
        return message ?? await scope.Parts.Store.FindByRequestIdAsync(scope.Parts.ConnectorId, organisation, key, cancellationToken).ConfigureAwait(false);
    }
}
