using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Lets as many requests leave as the options say; the others wait as long as their calls allow, and get Busy when that is too short.</summary>
/// <remarks>
/// A call holds one place to its end. Each of its messages takes a turn: redirects and second sends too. Not disposable: a late call and a stream
/// give their places back after the connector is gone, and a semaphore that was never asked for its handle holds nothing.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Late calls give their places back after the connector is gone; the semaphore has no handle.")]
internal sealed class RateGate
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
    public Task EnterAsync(TransportCall call) =>
        places is null || places.Wait(0, CancellationToken.None) ? Task.CompletedTask : WaitForPlaceAsync(places, call);

    /// <summary>Waits for the turn of one message.</summary>
    public async Task WaitForTurnAsync(TransportCall call)
    {
        if (options.Requests == 0) return;
        var wait = Turn(call.Patience);
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

    /// <summary>Counts a message that does not wait: many calls may wait for what it brings.</summary>
    public void Count()
    {
        if (options.Requests > 0) Turn(TimeSpan.MaxValue);
    }

    public void Leave() => places?.Release();

    private async Task WaitForPlaceAsync(SemaphoreSlim held, TransportCall call)
    {
        using var patience = new CancellationTokenSource(call.Patience, time);
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

    // The generic cell rate algorithm: one moment says all, and a turn is taken in one step with its wait.
    private TimeSpan Turn(TimeSpan patience)
    {
        var interval = options.Per / options.Requests;
        lock (sync)
        {
            var now = time.GetElapsedTime(start);
            var arrival = next > now ? next : now;
            var wait = arrival - (options.Per - interval) - now;
            if (wait > TimeSpan.Zero && wait > patience) throw Busy(wait);
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
