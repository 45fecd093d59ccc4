using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>What a sale sets going and does not wait for: one of a kind at a time. Thread-safe; ends with the connector.</summary>
internal sealed class Errands(ILogger logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private int ended;

    /// <summary>Begins an errand, or joins the one that runs already. It goes on when nobody waits for it any more.</summary>
    public Task Start(string name, Func<CancellationToken, Task> work) =>
        Volatile.Read(ref ended) == 1 ? Task.CompletedTask : running.GetOrAdd(name, key => new Lazy<Task>(() => Task.Run(() => RunAsync(key, work), CancellationToken.None))).Value;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref ended, 1) == 1) return;
        stop.Cancel();
        stop.Dispose();
    }

    private async Task RunAsync(string name, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Volatile.Read(ref ended) == 1)
        {
            // The connector ends, and with it what it began.
        }
        catch (ConnectorException failure)
        {
            PermissiveLog.ErrandFailed(logger, name, failure.Error.Reason ?? failure.Error.Code.ToString(), failure.Error.Message);
        }
        catch (Exception failure)
        {
            PermissiveLog.ErrandFailed(logger, name, failure.GetType().Name, failure.Message);
        }
        finally
        {
            running.TryRemove(name, out _);
        }
    }
}
