using System.Collections.Concurrent;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Keeps the rates of requests, each participant and service for itself. Thread-safe.</summary>
internal sealed class CallPace(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();

    /// <summary>Waits for a turn.</summary>
    /// <param name="key">Whose rate.</param>
    /// <param name="interval">The time between two requests at an even pace.</param>
    /// <param name="burst">How many may leave at once after a silence.</param>
    /// <param name="patience">The longest wait; a longer one is refused at once.</param>
    public async ValueTask WaitAsync(string key, TimeSpan interval, int burst, TimeSpan patience, CancellationToken cancellationToken)
    {
        var wait = gates.GetOrAdd(key, static _ => new Gate()).Turn(time.GetElapsedTime(start), interval, interval * (burst - 1), patience);
        if (wait is null) throw Busy(key);
        if (wait > TimeSpan.Zero) await Task.Delay(wait.Value, time, cancellationToken).ConfigureAwait(false);
    }

    private static ConnectorException Busy(string key) =>
        new(new ConnectorError(ConnectorErrorCode.Busy, "Too many requests to Chestny ZNAK wait already. Try again later.")
        {
            MessageRu = "Слишком много запросов к Честному ЗНАКу уже ждут очереди. Повторите позже.",
            Reason = ZnakReasons.LimitExceeded,
            Detail = key,
            Retryable = true,
        });

    private sealed class Gate
    {
        private readonly Lock sync = new();
        private TimeSpan next;

        // The generic cell rate algorithm: one moment says all.
        public TimeSpan? Turn(TimeSpan now, TimeSpan interval, TimeSpan tolerance, TimeSpan patience)
        {
            lock (sync)
            {
                var arrival = next > now ? next : now;
                var wait = arrival - tolerance - now;
                if (wait > patience) return null;
                next = arrival + interval;
                return wait;
            }
        }
    }
}
