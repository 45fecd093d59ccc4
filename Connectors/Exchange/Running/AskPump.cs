using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Asks the other system: whether uncertain messages arrived, and what became of accepted ones. What cannot be asked now is asked later.</summary>
internal sealed class AskPump(RunScope scope, OrganisationLedger ledger)
{
    /// <summary>Those whose result is asked for.</summary>
    public static readonly IReadOnlyList<ExchangeStage> Polled = [ExchangeStage.Accepted, ExchangeStage.WaitingRemote];

    private static readonly IReadOnlyList<ExchangeStage> Searched = [ExchangeStage.Uncertain];

    private static readonly IReadOnlyList<ExchangeStage> Left = [ExchangeStage.Sending];

    /// <summary>What was being sent by somebody who is gone has no verdict.</summary>
    public Task<bool> RecoverAsync() => EachAsync(Left, async message =>
    {
        var moved = await scope.Commits.MoveAsync(message, now => now.Attempt == message.Attempt ? new Step(ExchangeEvent.LeaseExpired) { Error = ExchangeErrors.SenderGone } : null, CancellationToken.None).ConfigureAwait(false);
        if (moved is null) return;
        ledger.Change(moved.AsChange());
        ledger.Note(report => report with { Unclear = report.Unclear + 1 });
    });

    public Task<bool> FindAsync() => EachAsync(Searched, async message =>
    {
        var (outcome, failure) = await scope.Calls.TryAsync("FindSentAsync", token => scope.Adapter.FindSentAsync(message, token), scope.CallToken).ConfigureAwait(false);
        var step = AskSteps.OfFind(message, outcome, failure, scope.Parts.Options, scope.Parts.Now, scope.EndsAt);
        await KeepAsync(message, step, outcome?.Challenge, failure ?? outcome?.Error ?? (outcome is null ? step.Error : null)).ConfigureAwait(false);
    });

    public Task<bool> PollAsync() => EachAsync(Polled, async message =>
    {
        var (outcome, failure) = await scope.Calls.TryAsync("GetReplyAsync", token => scope.Adapter.GetReplyAsync(message, token), scope.CallToken).ConfigureAwait(false);
        var step = AskSteps.OfReply(message, outcome, failure, scope.Parts.Options, scope.Parts.Now, scope.EndsAt);
        await KeepAsync(message, step, outcome?.Challenge, step.Error).ConfigureAwait(false);
    });

    // One at a time: a second failure must be able to spare the rest.
    private async Task<bool> EachAsync(IReadOnlyList<ExchangeStage> stages, Func<ExchangeMessage, Task> work)
    {
        var any = false;
        while (!scope.IsOver && !ledger.IsStopped)
        {
            var taken = await scope.Parts.Store.ClaimAsync(scope.Claim(ledger), stages, 1, CancellationToken.None).ConfigureAwait(false);
            if (taken.Count == 0) return any;
            any = true;
            await work(taken[0]).ConfigureAwait(false);
        }

        return any;
    }

    private async Task KeepAsync(ExchangeMessage message, Step step, SessionChallenge? challenge, ConnectorError? error)
    {
        // A stopped run has asked nothing: the lease runs out and somebody else asks.
        if (scope.CallToken.IsCancellationRequested && IsQuestion(step)) return;
        Moved? moved;
        try
        {
            moved = await scope.Commits.MoveAsync(message, now => now.Stage == message.Stage && now.Attempt == message.Attempt && now.PollNumber == message.PollNumber ? step : Late(now, step), CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectorException refused)
        {
            (moved, error) = (await PostponeAsync(message, step, refused.Error).ConfigureAwait(false), refused.Error);
        }

        if (moved is not null && !IsQuestion(moved.Step)) ledger.Change(moved.AsChange());
        if (challenge is not null) ledger.Hold(message.Content.Purpose, challenge);
        Count(moved?.Step ?? step, error, challenge is not null);
    }

    // Somebody moved it while we asked: an end that was told to us still counts, a question without an answer does not.
    private static Step? Late(ExchangeMessage now, Step step) => IsQuestion(step) || now.IsFinal ? null : step;

    // A question can be asked again, so nothing of its answer is kept by halves.
    private async Task<Moved?> PostponeAsync(ExchangeMessage message, Step step, ConnectorError error)
    {
        Log.NotKept(scope.Parts.Logger, scope.Parts.ConnectorId, message.Id, error.Reason);
        var now = await scope.Parts.Store.FindMessageAsync(scope.Parts.ConnectorId, message.Id, CancellationToken.None).ConfigureAwait(false);
        var again = now?.Stage == ExchangeStage.Uncertain ? ExchangeEvent.NotFoundYet : ExchangeEvent.ReplySame;
        return now is null ? null : await scope.Commits.MoveAsync(now, _ => new Step(again) { Error = error, NotBefore = step.NotBefore }, CancellationToken.None).ConfigureAwait(false);
    }

    private static bool IsQuestion(Step step) => step.Event is ExchangeEvent.ReplySame or ExchangeEvent.ReplyWaiting or ExchangeEvent.NotFoundYet;

    private void Count(Step step, ConnectorError? error, bool challenged)
    {
        switch (step.Event)
        {
            case ExchangeEvent.ReplyRejected:
                ledger.Fail(step.Error, stops: false, report => report with { Rejected = report.Rejected + 1 });
                break;
            case ExchangeEvent.FindGivenUp or ExchangeEvent.ReplyAttention:
                ledger.Fail(step.Error, stops: false, report => report with { Unclear = report.Unclear + 1 });
                break;
            case ExchangeEvent.ReplyDone or ExchangeEvent.ReplyDonePartly or ExchangeEvent.ReplyReversed:
                ledger.Succeed(report => report with { Finished = report.Finished + 1 });
                break;
            case ExchangeEvent.Found or ExchangeEvent.FoundTaken:
                ledger.Succeed(report => report with { Sent = report.Sent + 1 });
                break;
            default:
                if (error is null) ledger.Succeed();
                else if (!challenged) ledger.Fail(error, stops: step.Event is not (ExchangeEvent.Absent or ExchangeEvent.SendDropped));
                break;
        }
    }
}
