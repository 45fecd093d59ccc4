using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Sends what is ready, one message after another: claimed and committed as being sent, sent once, its verdict committed.</summary>
internal sealed class SendPump(RunScope scope, OrganisationLedger ledger)
{
    public async Task<bool> RunAsync()
    {
        var any = false;
        while (!scope.IsOver && !ledger.IsStopped && await scope.Parts.Store.ClaimToSendAsync(scope.Claim(ledger), CancellationToken.None).ConfigureAwait(false) is { } message)
        {
            any = true;
            await SendAsync(message).ConfigureAwait(false);
        }

        return any;
    }

    private async Task SendAsync(ExchangeMessage message)
    {
        var (outcome, failure) = await CallAsync(message).ConfigureAwait(false);
        var step = SendSteps.Of(message, outcome, failure, scope.Parts.Options, scope.Calls.Ask("GivesUp", () => scope.Adapter.GivesUp, true));
        // From here on nothing may be stopped: what the other system said must be kept.
        var moved = await new VerdictKeeping(scope.Parts).KeepAsync(message, step, async () =>
        {
            var kept = await KeepAsync(message, step).ConfigureAwait(false);
            if (kept is null) await NoteLateAsync(message, step).ConfigureAwait(false);
            return kept;
        }).ConfigureAwait(false);
        if (moved is not null) ledger.Change(moved.AsChange());
        Count(message, moved?.Step ?? step, outcome?.Challenge);
    }

    // Whoever is first shuts the gate: a call that never began has sent nothing, and one whose gate was shut never begins.
    private async Task<(SendOutcome? Outcome, ConnectorError? Failure)> CallAsync(ExchangeMessage message)
    {
        var gate = 0;
        var (outcome, failure) = await scope.Calls.TryAsync("SendAsync", token =>
        {
            token.ThrowIfCancellationRequested();
            return Interlocked.Exchange(ref gate, 1) == 0 ? scope.Adapter.SendAsync(message, token) : throw new OperationCanceledException(token);
        }, scope.CallToken).ConfigureAwait(false);
        return failure is not null && Interlocked.Exchange(ref gate, 1) == 0 ? (SendOutcome.NotSent(failure), null) : (outcome, failure);
    }

    private Task<Moved?> KeepAsync(ExchangeMessage message, Step step) =>
        new VerdictCommit(scope.Parts, scope.Commits).KeepAsync(message, step, now => now.Attempt == message.Attempt ? step : null, CancellationToken.None);

    private async Task NoteLateAsync(ExchangeMessage message, Step step)
    {
        var now = await scope.Parts.Store.FindMessageAsync(scope.Parts.ConnectorId, message.Id, CancellationToken.None).ConfigureAwait(false);
        if (now is null || (step.RequestId is not null && now.RequestId == step.RequestId)) return;
        Log.LateVerdict(scope.Parts.Logger, scope.Parts.ConnectorId, message.Id, step.Event, now.Stage);
        var note = step with { Description = $"A verdict that came too late: {step.Event}{(step.RequestId is null ? "" : $" under '{step.RequestId}'")}." };
        await scope.Commits.WriteAsync(async draft =>
        {
            await draft.NoteAsync(now, null, note, CancellationToken.None).ConfigureAwait(false);
            return true;
        }, CancellationToken.None).ConfigureAwait(false);
    }

    private void Count(ExchangeMessage message, Step step, SessionChallenge? challenge)
    {
        switch (step.Event)
        {
            case ExchangeEvent.SendAccepted or ExchangeEvent.SendTaken:
                ledger.Succeed(report => report with { Sent = report.Sent + 1 });
                break;
            case ExchangeEvent.SendDone:
                ledger.Succeed(report => report with { Sent = report.Sent + 1, Finished = report.Finished + 1 });
                break;
            case ExchangeEvent.SendRefused:
                ledger.Fail(step.Error, stops: false, report => report with { Rejected = report.Rejected + 1 });
                break;
            case ExchangeEvent.SendLater or ExchangeEvent.SendHandedOut:
                ledger.Succeed();
                break;
            case ExchangeEvent.SendNoKey:
                ledger.Hold(message.Content.Purpose, challenge);
                if (challenge is null) ledger.Fail(step.Error, stops: false);
                break;
            default:
                ledger.Fail(step.Error, stops: true, report => step.Event is ExchangeEvent.SendNoVerdict or ExchangeEvent.SendGivenUp ? report with { Unclear = report.Unclear + 1 } : report);
                break;
        }
    }
}
