using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Keeps runs of one organisation apart, over all servers of the store: whoever comes second is told at once.</summary>
internal sealed class RunLeases(IConnectorRecords records, TimeSpan life, TimeProvider time, ILogger logger)
{
    /// <summary>Takes the lease of an organisation.</summary>
    /// <returns>The lease, renewed until it is disposed; null while somebody else has it.</returns>
    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string fsrarId, CancellationToken cancellationToken) =>
        await records.TryLeaseAsync($"egais-run/{fsrarId}", life, cancellationToken).ConfigureAwait(false) is { } lease ? new Held(fsrarId, lease, life, time, logger) : null;

    // A short life, renewed while the run goes on: a server that died must not hold up the others for long.
    private sealed class Held : IAsyncDisposable
    {
        private readonly CancellationTokenSource over = new();
        private readonly string fsrarId;
        private readonly IRecordLease lease;
        private readonly ILogger logger;
        private readonly Task renewal;

        public Held(string fsrarId, IRecordLease lease, TimeSpan life, TimeProvider time, ILogger logger)
        {
            this.fsrarId = fsrarId;
            this.lease = lease;
            this.logger = logger;
            renewal = RenewAsync(life, time);
        }

        public async ValueTask DisposeAsync()
        {
            await over.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
            over.Dispose();
            try
            {
                await lease.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception failed)
            {
                // It ends by itself; what the run has done must reach its caller all the same.
                UtmLog.LeaseFailed(logger, fsrarId, failed);
            }
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
            catch (Exception failed)
            {
                // The store failed: the run goes on, for the engine's own leases keep each message to one sender.
                UtmLog.LeaseFailed(logger, fsrarId, failed);
            }
        }
    }
}
