namespace Emulators.ChestnyZnak;

/// <summary>Counts calls in sliding windows and refuses those above the published limits, when they are kept to.</summary>
internal sealed class RateGate(ChestnyZnakOptions options)
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> calls = new(StringComparer.Ordinal);

    public void Pass(string key, int most, TimeSpan window)
    {
        if (!options.LimitRates) return;
        var now = options.Clock.GetUtcNow();
        if (!calls.TryGetValue(key, out var seen)) calls[key] = seen = new Queue<DateTimeOffset>();
        while (seen.TryPeek(out var oldest) && now - oldest >= window) seen.Dequeue();
        if (seen.Count >= most)
        {
            var wait = (int)Math.Ceiling((seen.Peek() + window - now).TotalSeconds);
            throw new RefusalException(429, "Превышен лимит запросов") { RetryAfter = Math.Max(1, wait) };
        }

        seen.Enqueue(now);
    }
}
