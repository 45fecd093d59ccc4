using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Lets as many requests leave as the options say; the others wait as long as their calls last, and get Busy when that is too short.</summary>
internal sealed class RateGate : IDisposable
{
    private readonly RateLimitOptions options;
    private readonly TimeProvider time;
    private readonly string target;
    private readonly SemaphoreSlim? places;
    private readonly Lock sync = new();
    private readonly long start;

    // When the next request is due at an even pace, counted from the start; it may leave up to a period earlier.
    private TimeSpan next;

    public RateGate(RateLimitOptions options, string target, TimeProvider time)
    {
        this.options = options;
        this.target = target;
        this.time = time;
        start = time.GetTimestamp();
        if (options.Concurrent > 0) places = new SemaphoreSlim(options.Concurrent);
    }

    /// <summary>Waits for a place; it is given back by <see cref="Leave"/>.</summary>
    public async Task EnterAsync(TransportCall call)
    {
        if (places is not null && !places.Wait(0, CancellationToken.None)) await WaitForPlaceAsync(places, call).ConfigureAwait(false);
        try
        {
            if (options.Requests > 0) await WaitForTurnAsync(call).ConfigureAwait(false);
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Leave() => places?.Release();

    public void Dispose() => places?.Dispose();

    private async Task WaitForPlaceAsync(SemaphoreSlim held, TransportCall call)
    {
        var rest = call.Rest;
        using var patience = new CancellationTokenSource(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, call.Token);
        try
        {
            await held.WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            call.ThrowIfCallerLeft();
            throw Busy(null);
        }
    }

    private async Task WaitForTurnAsync(TransportCall call)
    {
        var wait = Turn(call.Rest);
        if (wait <= TimeSpan.Zero) return;
        try
        {
            await Task.Delay(wait, time, call.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            call.ThrowIfCallerLeft();
            throw Busy(null);
        }
    }

    // The generic cell rate algorithm: one moment says all, and a turn is taken in one step with its wait.
    private TimeSpan Turn(TimeSpan rest)
    {
        var interval = options.Per / options.Requests;
        lock (sync)
        {
            var now = time.GetElapsedTime(start);
            var arrival = next > now ? next : now;
            var wait = arrival - (options.Per - interval) - now;
            if (wait > rest) throw Busy(wait);
            next = arrival + interval;
            return wait;
        }
    }

    private ConnectorException Busy(TimeSpan? wait) =>
        new(new ConnectorError(ConnectorErrorCode.Busy, $"The limit of requests to {target} is used up. Try again later, or raise rateLimit in the connector's settings.")
        {
            MessageRu = $"Исчерпан предел запросов к {target}. Повторите позже или увеличьте rateLimit в настройках коннектора.",
            Reason = "RATE_LIMITED",
            Target = target,
            Retryable = true,
            RetryAfter = wait,
        });
}
