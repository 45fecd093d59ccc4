using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Takes the verdict of a transmission that somebody else made.</summary>
internal sealed class Bringing(EngineParts parts, Commits commits, bool givesUp, string? user)
{
    public async Task<ExchangeChange> BringAsync(string messageId, SendOutcome outcome, CancellationToken cancellationToken)
    {
        var message = await FindAsync(messageId, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(ExchangeErrors.Unknown(messageId));
        var step = SendSteps.Of(message, outcome, null, parts.Options, givesUp) with { User = user };
        if (step.Event == ExchangeEvent.SendHandedOut) throw new ConnectorException(ExchangeErrors.NoVerdict(messageId));
        var moved = await new VerdictCommit(parts, commits).KeepAsync(message, step, now => MayMove(now, outcome, step) ? step : null, cancellationToken).ConfigureAwait(false);
        return moved?.AsChange() ?? await LateAsync(messageId, outcome, step, cancellationToken).ConfigureAwait(false);
    }

    // One that is being sent has another sender at this moment.
    private static bool MayMove(ExchangeMessage now, SendOutcome outcome, Step step) => now switch
    {
        { SentAt: null } => false,
        { Stage: ExchangeStage.Uncertain or ExchangeStage.Parked } => IsArrival(step) || IsOfLastAttempt(now, outcome),
        // It was given up as not arrived, and here is who knows better.
        { Stage: ExchangeStage.Enqueued } => IsArrival(step),
        _ => false,
    };

    // Another attempt that is under way may arrive although this one did not.
    private static bool IsOfLastAttempt(ExchangeMessage now, SendOutcome outcome) => outcome.Attempt is not { } attempt || attempt == now.Attempt;

    private static bool IsArrival(Step step) => step.Event is ExchangeEvent.SendAccepted or ExchangeEvent.SendTaken or ExchangeEvent.SendDone;

    // The other system answered before its verdict was brought, or it is brought once more.
    private async Task<ExchangeChange> LateAsync(string messageId, SendOutcome outcome, Step step, CancellationToken cancellationToken)
    {
        var now = await FindAsync(messageId, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(ExchangeErrors.Unknown(messageId));
        var agrees = IsArrival(step) && now is { SentAt: not null, Stage: not (ExchangeStage.Enqueued or ExchangeStage.Sending or ExchangeStage.Cancelled) };
        if (!agrees || (now.RequestId is not null && now.RequestId != outcome.RequestId)) throw new ConnectorException(ExchangeErrors.NoVerdictAwaited(messageId, now.Stage));
        if (now.RequestId is not null || now.IsFinal) return Changes.Of(now, null);
        var moved = await commits.MoveAsync(now, last => last is { RequestId: null, Stage: ExchangeStage.Accepted or ExchangeStage.WaitingRemote }
            ? new Step(ExchangeEvent.RequestKnown) { RequestId = outcome.RequestId, Error = last.LastError, User = user, Description = "The id it was taken under was brought after its first answer." }
            : null, cancellationToken).ConfigureAwait(false);
        return moved?.AsChange() ?? Changes.Of(now, null);
    }

    private Task<ExchangeMessage?> FindAsync(string messageId, CancellationToken cancellationToken) => parts.Store.FindMessageAsync(parts.ConnectorId, messageId, cancellationToken);
}
