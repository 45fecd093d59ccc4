using System.Runtime.ExceptionServices;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Keeps what was read of a WSDL: loaded with the first call, anew after a day. Thread-safe.</summary>
/// <typeparam name="T">What a connector makes of it.</typeparam>
/// <remarks>
/// Calls that come together wait for one load, which belongs to none of them. An old WSDL is better than none: while a new one is
/// being loaded, or cannot be had, the old one serves. A first load that failed is not tried again for a few seconds, so that
/// the calls of a service that is away fail at once and do not stand in line for it.
/// </remarks>
public sealed class WsdlKeeper<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(24);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PauseWithout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseWith = TimeSpan.FromMinutes(1);

    private readonly Func<CancellationToken, ValueTask<T>> load;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource lifetime = new();
    private readonly CancellationToken ended;
    private readonly Lock sync = new();
    private T? current;
    private long loadedAt;
    private long endedAt;
    private Task<T>? loading;
    private ExceptionDispatchInfo? failed;

    /// <summary>Makes a keeper; nothing is loaded yet.</summary>
    /// <param name="load">Loads it. Its token ends with the keeper and with the limit of a load, not with a caller.</param>
    /// <param name="time">The clock.</param>
    public WsdlKeeper(Func<CancellationToken, ValueTask<T>> load, TimeProvider time)
    {
        this.load = load;
        this.time = time;
        ended = lifetime.Token;
    }

    /// <summary>What is kept, loaded if need be.</summary>
    /// <param name="cancellationToken">The caller's limit; the load goes on for others.</param>
    /// <returns>It.</returns>
    /// <exception cref="ConnectorException">There is none yet and it could not be had.</exception>
    /// <exception cref="WsdlException">There is none yet and what came is no WSDL that can be used.</exception>
    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        Task<T> mine;
        T? old;
        lock (sync)
        {
            old = current;
            if (old is not null && (loading is not null || !IsDue(old))) return old;
            if (loading is null && !IsDue(old)) failed!.Throw();
            mine = loading ??= RunAsync();
        }

        try
        {
            return await mine.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (old is not null && failure is ConnectorException or WsdlException)
        {
            return old!;
        }
    }

    /// <summary>Loads it anew, whatever is kept; a failure is told and takes nothing away.</summary>
    /// <param name="cancellationToken">The caller's limit.</param>
    /// <returns>The new one.</returns>
    /// <exception cref="ConnectorException">It could not be had.</exception>
    /// <exception cref="WsdlException">What came is no WSDL that can be used.</exception>
    public async ValueTask<T> RefreshAsync(CancellationToken cancellationToken)
    {
        Task<T> mine;
        lock (sync) mine = loading ??= RunAsync();
        return await mine.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lifetime.Cancel();
        lifetime.Dispose();
    }

    private bool IsDue(T? kept)
    {
        if (kept is null) return failed is null || time.GetElapsedTime(endedAt) >= PauseWithout;
        return time.GetElapsedTime(loadedAt) >= Age && (failed is null || time.GetElapsedTime(endedAt) >= PauseWith);
    }

    private async Task<T> RunAsync()
    {
        // The lock is left before anything is done.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        T? made = null;
        ExceptionDispatchInfo? why = null;
        try
        {
            return made = await LoadAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            why = ExceptionDispatchInfo.Capture(failure);
            throw;
        }
        finally
        {
            lock (sync) Ended(made, why);
        }
    }

    private void Ended(T? made, ExceptionDispatchInfo? why)
    {
        loading = null;
        failed = why;
        endedAt = time.GetTimestamp();
        if (made is null) return;
        current = made;
        loadedAt = endedAt;
    }

    private async Task<T> LoadAsync()
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended);
        try
        {
            return await load(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested && !ended.IsCancellationRequested)
        {
            throw new ConnectorException(
                new ConnectorError(ConnectorErrorCode.Unavailable, $"The WSDL did not come within {Limit.TotalSeconds:0} s. Save it as a file and name it in the settings, or look why the service is slow.")
                {
                    MessageRu = $"WSDL не получен за {Limit.TotalSeconds:0} с. Сохраните его в файл и укажите в настройках или выясните, почему сервис медленный.",
                    Reason = "WSDL_TOO_SLOW",
                },
                late);
        }
    }
}
