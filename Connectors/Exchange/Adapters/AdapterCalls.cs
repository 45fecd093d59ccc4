using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Calls of foreign code: each ends within its limit with a result or with one clear error, whatever the adapter does.</summary>
internal sealed class AdapterCalls(EngineParts parts)
{
    /// <summary>Runs a call; a failure of any kind comes back as an error.</summary>
    public async Task<(T? Result, ConnectorError? Error)> TryAsync<T>(string method, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        var begun = parts.Clock.GetTimestamp();
        using var limit = new CancellationTokenSource(parts.Options.AdapterLimit, parts.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return (await BoundedAsync(call, both.Token).ConfigureAwait(false), null);
        }
        catch (Exception exception) when (both.IsCancellationRequested && exception is OperationCanceledException or TimeoutException)
        {
            return (default, cancellationToken.IsCancellationRequested ? ExchangeErrors.Stopped(method) : ExchangeErrors.TooLong(method, parts.Options.AdapterLimit));
        }
        catch (Exception exception)
        {
            var error = ExchangeErrors.Threw(method, exception);
            Log.AdapterFailed(parts.Logger, parts.ConnectorId, method, error.Code, exception is ConnectorException ? null : exception.GetType().Name);
            return (default, error);
        }
        finally
        {
            ExchangeSignals.Record(parts.ConnectorId, method, parts.Clock.GetElapsedTime(begun));
        }
    }

    /// <summary>Runs a short question that does no waiting; its failure is the fallback.</summary>
    public T Ask<T>(string method, Func<T> call, T fallback)
    {
        try
        {
            return call();
        }
        catch (Exception exception)
        {
            Log.AdapterFailed(parts.Logger, parts.ConnectorId, method, ExchangeErrors.Threw(method, exception).Code, exception.GetType().Name);
            return fallback;
        }
    }

    /// <summary>The wait before the next question, with the default where the adapter's is not usable.</summary>
    public TimeSpan? DelayOf(IExchangeAdapter adapter, ExchangeMessage message) =>
        Ask("DelayOf", () => adapter.DelayOf(message), PollDelays.Of(message)) is { } delay ? (delay < TimeSpan.Zero ? PollDelays.Of(message) : delay) : null;

    // On a thread of the pool, because a call may block before its first await; a cancelled one gets its grace and is left behind then.
    private async Task<T> BoundedAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        var task = Task.Run(async () => await call(cancellationToken).ConfigureAwait(false), CancellationToken.None);
        try
        {
            return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            _ = task.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return await task.WaitAsync(parts.Options.AdapterGrace, parts.Clock, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
