using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Removes the remote copies of handled items, and notes all of them in one commit. A copy that is removed and not noted is removed again: one that is gone counts as removed.</summary>
internal sealed class IncomingAcknowledging(RunScope scope, OrganisationLedger ledger, IIncomingAdapter incoming)
{
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);

    /// <summary>Whether copies may be removed at all.</summary>
    public bool IsAllowed { get; } = scope.Calls.Ask("MayAcknowledge", () => incoming.MayAcknowledge(ledger.Organisation), false);

    public async Task RunAsync(IReadOnlyList<StoredIncoming> items, BoxLease lease)
    {
        if (!IsAllowed || items.Count == 0) return;
        List<string> removed = [];
        foreach (var item in items)
        {
            if (scope.IsOver || ledger.IsStopped || !await lease.HoldsAsync().ConfigureAwait(false)) break;
            // Once in a run is enough.
            if (failed.Contains(item.Id)) continue;
            if (await RemoveAsync(item).ConfigureAwait(false) && item.Stage == IncomingStage.Handled) removed.Add(item.Id);
        }

        if (removed.Count > 0) await scope.Parts.Store.CommitAsync(new ExchangeCommit(scope.Parts.ConnectorId) { Acknowledged = removed }, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<bool> RemoveAsync(StoredIncoming item)
    {
        var (_, error) = await scope.Calls.TryAsync("AcknowledgeIncomingAsync", async token =>
        {
            await incoming.AcknowledgeIncomingAsync(BoxNames.InBox(item.Item), token).ConfigureAwait(false);
            return true;
        }, scope.CallToken).ConfigureAwait(false);
        if (error is null) return true;
        failed.Add(item.Id);
        Log.IncomingFailed(scope.Parts.Logger, scope.Parts.ConnectorId, item.Id, ledger.Organisation, "acknowledge", error.Code, error.Reason);
        ledger.Fail(error, stops: ExchangeErrors.IsAway(error));
        return false;
    }
}
