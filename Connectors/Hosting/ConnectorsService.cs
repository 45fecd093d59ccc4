using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>Starts the connectors with the host, keeps them in step with files, and ends them with it.</summary>
internal sealed class ConnectorsService(
    ConnectorsOptions options, ConnectorsConfig config, PluginKeeper plugins, ConnectorRoster roster, TimeProvider time, ILogger<ConnectorsService> log) : IHostedService, IAsyncDisposable
{
    private QuietWatch? watch;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var snapshot = config.Load();
        var fingerprints = plugins.Folders.Fingerprints();
        await plugins.LoadAllAsync().ConfigureAwait(false);
        var builds = await roster.ApplyAsync(snapshot).ConfigureAwait(false);
        config.Watch(async (next, _) => await roster.ApplyAsync(next).ConfigureAwait(false));
        watch = new QuietWatch(plugins.Folders.Fingerprints, (changed, _) => plugins.TakeOverAsync(changed), new(options.PluginQuiet, options.Poll), time, log);
        watch.Start(fingerprints, plugins.Folders.Roots.Where(Directory.Exists));
        await Task.WhenAny(builds, Task.Delay(options.StartPatience, time, cancellationToken)).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await config.DisposeAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref watch, null) is { } watching) await watching.DisposeAsync().ConfigureAwait(false);
        try
        {
            await roster.CloseAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("Some calls did not end before the stop; they end with the process.");
        }
    }

    // For a program without a generic host: nobody else calls the stop there.
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(options.StartPatience, time);
        await StopAsync(patience.Token).ConfigureAwait(false);
    }
}
