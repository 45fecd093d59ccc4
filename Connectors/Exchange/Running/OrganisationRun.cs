using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>One organisation in one run: recover, sign, send, search, ask, receive, until nothing is due within the budget.</summary>
internal sealed class OrganisationRun(RunScope scope, OrganisationLedger ledger)
{
    private const int Page = 20;
    private static readonly IReadOnlyList<ExchangeStage> Due = [ExchangeStage.Enqueued, ExchangeStage.Sending, ExchangeStage.Accepted, ExchangeStage.WaitingRemote, ExchangeStage.Uncertain];
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly SignPump sign = new(scope, ledger);
    private readonly SendPump send = new(scope, ledger);
    private readonly AskPump ask = new(scope, ledger);
    private readonly UnsentImmediates unsent = new(scope, ledger);

    public async Task RunAsync()
    {
        if (scope.Run.Part == ExchangePart.Receiving)
        {
            if (Receives) await ReceiveAsync().ConfigureAwait(false);
            return;
        }

        await unsent.DropAbandonedAsync().ConfigureAwait(false);
        var received = !Receives || scope.Run.Part == ExchangePart.Sending;
        while (!scope.IsOver && !ledger.IsStopped)
        {
            var any = await PassAsync().ConfigureAwait(false);
            if (!received && !scope.IsOver && !ledger.IsStopped)
            {
                received = true;
                any |= await ReceiveAsync().ConfigureAwait(false);
            }

            if (!any && !await WaitAsync().ConfigureAwait(false)) break;
        }

        await unsent.DropLeftAsync().ConfigureAwait(false);
        await sign.CollectAsync().ConfigureAwait(false);
        await TellMissingAsync().ConfigureAwait(false);
        ledger.Wait = await NextAsync(scope.Claim(ledger) with { Held = [] }).ConfigureAwait(false);
    }

    private bool Receives => scope.Adapter is IIncomingAdapter && scope.Run is { Document: null, MessageId: null };

    private Task<bool> ReceiveAsync() => new ReceivePump(scope, ledger, (IIncomingAdapter)scope.Adapter).RunAsync();

    private async Task<bool> PassAsync()
    {
        var any = await ask.RecoverAsync().ConfigureAwait(false);
        any |= await sign.RunAsync().ConfigureAwait(false);
        any |= await send.RunAsync().ConfigureAwait(false);
        any |= await ask.FindAsync().ConfigureAwait(false);
        any |= await ask.PollAsync().ConfigureAwait(false);
        return any;
    }

    private async Task<bool> WaitAsync()
    {
        if (scope.Run.OneStep || scope.IsOver) return false;
        if (await NextAsync(scope.Claim(ledger)).ConfigureAwait(false) is not { } wait || wait > scope.Left) return false;
        try
        {
            await Task.Delay(wait, scope.Parts.Clock, scope.CallToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // What is due and could not be taken is somebody else's for the moment; it is not asked for without a pause.
    private async Task<TimeSpan?> NextAsync(ClaimRequest claim)
    {
        var due = await scope.Parts.Store.NextDueAsync(claim, Due, CancellationToken.None).ConfigureAwait(false);
        return due is null ? null : due - scope.Parts.Now is { } wait && wait > ShortestWait ? wait : ShortestWait;
    }

    private async Task TellMissingAsync()
    {
        if (scope.IsOver || ledger.Changes.Count > 0) return;
        var query = new ExchangeQuery { Organisation = ledger.Organisation, Document = scope.Run.Document, Stages = [ExchangeStage.Enqueued, .. AskPump.Polled], Limit = Page };
        foreach (var message in await scope.Parts.Store.ListMessagesAsync(scope.Parts.ConnectorId, query, CancellationToken.None).ConfigureAwait(false))
        {
            if ((message.Stage == ExchangeStage.Enqueued ? message.Content.SendAfter : message.Content.LoadAfter) is not { } dependency) continue;
            if (await scope.Parts.Store.FindMessageAsync(scope.Parts.ConnectorId, dependency, CancellationToken.None).ConfigureAwait(false) is not null) continue;
            var error = ExchangeErrors.Missing(message.Id, dependency);
            ledger.Change(Changes.Of(message, null) with { Error = error });
            ledger.Fail(error, stops: false);
        }
    }
}
