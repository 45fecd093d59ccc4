using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>
/// Watches named things on disk by their fingerprints and tells of those that changed and then kept still. The operating system's
/// notices only wake it early: they get lost on network and container folders, so it also looks by itself.
/// </summary>
internal sealed class QuietWatch(
    Func<IReadOnlyDictionary<string, string>> look, Func<IReadOnlyList<string>, CancellationToken, Task> changed, WatchPace pace, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim hint = new(0, 1);
    private readonly Dictionary<string, Unsettled> unsettled = new(StringComparer.Ordinal);
    private readonly List<FileSystemWatcher> watchers = [];
    private Dictionary<string, string> accepted = new(StringComparer.Ordinal);
    private Task loop = Task.CompletedTask;

    /// <summary>Starts from what has already been read.</summary>
    public void Start(IReadOnlyDictionary<string, string> current, IEnumerable<string> folders)
    {
        accepted = new(current, StringComparer.Ordinal);
        foreach (var folder in folders) Listen(folder);
        loop = Task.Run(LoopAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        foreach (var watcher in watchers) watcher.Dispose();
        await loop.ConfigureAwait(false);
        stopping.Dispose();
        hint.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                var pause = unsettled.Count == 0 ? pace.Poll : pace.Quiet / 4;
                if (unsettled.Count == 0) await WaitForHintAsync(pause).ConfigureAwait(false);
                else await Task.Delay(pause, time, stopping.Token).ConfigureAwait(false);
                await LookAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of the watch.
        }
    }

    private async Task LookAsync()
    {
        try
        {
            var ready = Settled(look());
            if (ready.Count > 0) await changed(ready, stopping.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            // A watch that dies of one bad look would leave every later change unseen.
            log.LogError(failure, "A change of files could not be taken over; the next change will be tried again.");
        }
    }

    private List<string> Settled(IReadOnlyDictionary<string, string> current)
    {
        var ready = new List<string>();
        foreach (var name in current.Keys.Union(accepted.Keys).ToList())
        {
            var now = current.GetValueOrDefault(name);
            if (now == accepted.GetValueOrDefault(name)) unsettled.Remove(name);
            else if (!unsettled.TryGetValue(name, out var seen) || seen.Fingerprint != now) unsettled[name] = new(now, time.GetTimestamp());
            else if (time.GetElapsedTime(seen.Since) >= pace.Quiet) ready.Add(name);
        }

        foreach (var name in ready) Accept(name, current.GetValueOrDefault(name));
        return ready;
    }

    private void Accept(string name, string? fingerprint)
    {
        unsettled.Remove(name);
        if (fingerprint is null) accepted.Remove(name);
        else accepted[name] = fingerprint;
    }

    private async Task WaitForHintAsync(TimeSpan pause)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var hinted = hint.WaitAsync(wait.Token);
        await Task.WhenAny(hinted, Task.Delay(pause, time, wait.Token)).ConfigureAwait(false);
        await wait.CancelAsync().ConfigureAwait(false);
        await hinted.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Token.ThrowIfCancellationRequested();
    }

    private void Listen(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Hint();
            watcher.Created += (_, _) => Hint();
            watcher.Deleted += (_, _) => Hint();
            watcher.Renamed += (_, _) => Hint();
            watcher.EnableRaisingEvents = true;
            watchers.Add(watcher);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            log.LogInformation("{Folder} cannot be watched ({Reason}); it is looked at every {Poll}.", folder, failure.Message, pace.Poll);
        }
    }

    private void Hint()
    {
        try
        {
            if (hint.CurrentCount == 0) hint.Release();
        }
        catch (Exception late) when (late is SemaphoreFullException or ObjectDisposedException)
        {
            // Two notices at once, or one after the end: either way nothing is left to wake.
        }
    }

    private sealed record Unsettled(string? Fingerprint, long Since);
}
