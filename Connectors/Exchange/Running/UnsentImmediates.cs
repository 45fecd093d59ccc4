using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Cancels what was to be sent at once and was not: its caller is told so, or died before it could ask; nobody expects it to be sent any more.</summary>
internal sealed class UnsentImmediates(RunScope scope, OrganisationLedger ledger)
{
    private bool IsNamed => scope.Run is not { Document: null, MessageId: null };

    /// <summary>Before a run that names nothing: what its own run has not taken for longer than a lease lasts.</summary>
    public async Task DropAbandonedAsync()
    {
        if (IsNamed) return;
        foreach (var message in await ListAsync().ConfigureAwait(false))
        {
            if (message.StageSince + scope.Parts.Options.Lease <= scope.Parts.Now) await DropAsync(message).ConfigureAwait(false);
        }
    }

    /// <summary>After a run that names it: what could not be sent in it.</summary>
    public async Task DropLeftAsync()
    {
        if (!IsNamed) return;
        foreach (var message in await ListAsync().ConfigureAwait(false))
        {
            if (await DropAsync(message).ConfigureAwait(false)) ledger.Fail(ExchangeErrors.NotAtOnce(message.Id), stops: false);
        }
    }

    private async Task<IReadOnlyList<ExchangeMessage>> ListAsync()
    {
        if (scope.Run.MessageId is { } id) return await scope.Parts.Store.FindMessageAsync(scope.Parts.ConnectorId, id, CancellationToken.None).ConfigureAwait(false) is { } one && IsLeft(one) ? [one] : [];
        var query = new ExchangeQuery { Organisation = ledger.Organisation, Document = scope.Run.Document, Stages = [ExchangeStage.Enqueued], Immediate = true };
        return await scope.Parts.Store.ListMessagesAsync(scope.Parts.ConnectorId, query, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<bool> DropAsync(ExchangeMessage message)
    {
        var step = new Step(ExchangeEvent.Cancel) { Error = ExchangeErrors.NotAtOnce(message.Id), User = scope.Run.User };
        if (await scope.Commits.MoveAsync(message, now => IsLeft(now) ? step : null, CancellationToken.None).ConfigureAwait(false) is not { } moved) return false;
        ledger.Change(moved.AsChange());
        return true;
    }

    private static bool IsLeft(ExchangeMessage message) => message is { Stage: ExchangeStage.Enqueued, Content.Immediate: true };
}
