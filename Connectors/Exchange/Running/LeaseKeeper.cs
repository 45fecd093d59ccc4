namespace Connectors.Exchange;

/// <summary>Renews the leases of a run while it lasts. When that fails for a lease's length, the run's calls are ended: somebody else may own its messages by then.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly EngineParts parts;
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource lost;
    private Task? renewing;
    private string owner = "";

    public LeaseKeeper(EngineParts parts, CancellationToken cancellationToken)
    {
        this.parts = parts;
        lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>Cancelled when the run was stopped or its leases are lost.</summary>
    public CancellationToken CallToken => lost.Token;

    public void Start(string leaseOwner)
    {
        owner = leaseOwner;
        renewing = RenewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync().ConfigureAwait(false);
        if (renewing is not null) await renewing.ConfigureAwait(false);
        ended.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync()
    {
        var renewed = parts.Clock.GetTimestamp();
        using var timer = new PeriodicTimer(parts.Options.Lease / 3, parts.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token).ConfigureAwait(false))
            {
                if (await TryRenewAsync().ConfigureAwait(false)) renewed = parts.Clock.GetTimestamp();
                else if (parts.Clock.GetElapsedTime(renewed) >= parts.Options.Lease) await lost.CancelAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        try
        {
            await parts.Store.RenewLeasesAsync(parts.ConnectorId, owner, parts.Now + parts.Options.Lease, ended.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!ended.IsCancellationRequested)
        {
            Log.LeaseNotRenewed(parts.Logger, parts.ConnectorId, exception);
            return false;
        }
    }
}
