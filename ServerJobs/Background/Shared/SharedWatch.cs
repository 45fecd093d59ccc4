using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Looks twice a second at what the other servers on the store did: whom they told something, which operation of this server they want stopped, and whose operations nobody runs any more.</summary>
internal sealed class SharedWatch(ISharedOperations shared, BackgroundOperations operations, LostOperations lost, NotificationBell bell, BackgroundOptions options, TimeProvider time, ILogger<SharedWatch> logger) : IDisposable
{
    private const int Page = 100;
    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, long> silentSince = new(StringComparer.Ordinal);
    private readonly HashSet<string> givenUp = new(StringComparer.Ordinal);
    private Task running = Task.CompletedTask;
    private long read;
    private bool ill;

    public void Start() => running = Task.Run(RunAsync);

    public async Task StopAsync()
    {
        await end.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
    }

    public void Dispose() => end.Dispose();

    /// <summary>Looks once. Nothing thrown leaves it.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StopAskedAsync(cancellationToken).ConfigureAwait(false);
            await RingAsync(cancellationToken).ConfigureAwait(false);
            await CloseOrphansAsync(cancellationToken).ConfigureAwait(false);
            if (ill) Quietly.Do(() => BackgroundLog.SharedBack(logger));
            ill = false;
        }
        catch (Exception away) when (!cancellationToken.IsCancellationRequested)
        {
            // While the store is away no server can give its word: their silence counts anew from its return.
            silentSince.Clear();
            if (!ill) Quietly.Do(() => BackgroundLog.SharedAway(logger, away));
            ill = true;
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task RunAsync()
    {
        while (!end.IsCancellationRequested)
        {
            await LookAsync(end.Token).ConfigureAwait(false);
            await Task.Delay(options.Look, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StopAskedAsync(CancellationToken cancellationToken)
    {
        var here = operations.Running;
        givenUp.IntersectWith(here);
        if (here.Count == 0) return;
        foreach (var stop in await shared.ReadStopsAsync(here, cancellationToken).ConfigureAwait(false))
        {
            if (stop.IsLost && givenUp.Add(stop.Id)) Quietly.Do(() => BackgroundLog.GivenUp(logger, stop.Id, options.Node));
            operations.Stop(stop.Id, stop.By ?? CancelledBy.Server);
        }
    }

    private async Task RingAsync(CancellationToken cancellationToken)
    {
        if (!bell.IsAwaited) return;
        var news = await shared.ReadNewsAsync(read, cancellationToken).ConfigureAwait(false);
        read = news.Moment;
        foreach (var owner in news.Owners) bell.Ring(owner);
    }

    // A server joins the living a moment after its start, and again when the store was away for all: only lasting silence is taken for an end.
    private async Task CloseOrphansAsync(CancellationToken cancellationToken)
    {
        var orphans = await shared.ListOrphansAsync(Page, cancellationToken).ConfigureAwait(false);
        var now = time.GetTimestamp();
        foreach (var back in silentSince.Keys.Except(orphans.Select(orphan => orphan.Id)).ToList()) silentSince.Remove(back);
        foreach (var orphan in orphans)
        {
            silentSince.TryAdd(orphan.Id, now);
            if (time.GetElapsedTime(silentSince[orphan.Id], now) >= options.Silence) await lost.CloseAsync(orphan, cancellationToken).ConfigureAwait(false);
        }
    }
}
