using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Keeps runs of one organisation apart, over all servers of the store: whoever comes second is told at once.</summary>
internal sealed class RunLeases(IConnectorRecords records, TimeSpan life, TimeProvider time)
{
    /// <summary>Takes the lease of an organisation.</summary>
    /// <returns>The lease, renewed until it is disposed; null while somebody else has it.</returns>
    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string fsrarId, CancellationToken cancellationToken) =>
        await records.TryLeaseAsync($"egais-run/{fsrarId}", life, cancellationToken).ConfigureAwait(false) is { } lease ? new Held(lease, life, time) : null;

    // A short life, renewed while the run goes on: a server that died must not hold up the others for long.
    private sealed class Held : IAsyncDisposable
    {
        private readonly CancellationTokenSource over = new();
        private readonly IRecordLease lease;
        private readonly Task renewal;

        public Held(IRecordLease lease, TimeSpan life, TimeProvider time)
        {
            this.lease = lease;
            renewal = RenewAsync(life, time);
        }

        public async ValueTask DisposeAsync()
        {
            await over.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
            await lease.DisposeAsync().ConfigureAwait(false);
            over.Dispose();
        }

        private async Task RenewAsync(TimeSpan life, TimeProvider time)
        {
            try
            {
                while (true)
                {
                    await Task.Delay(life / 3, time, over.Token).ConfigureAwait(false);
                    if (!await lease.RenewAsync(life, over.Token).ConfigureAwait(false)) return;
                }
            }
            catch (OperationCanceledException)
            {
                // The run is over.
            }
            catch (ConnectorException)
            {
                // The store failed: the run goes on, for the engine's own leases keep each message to one sender.
            }
        }
    }
}
