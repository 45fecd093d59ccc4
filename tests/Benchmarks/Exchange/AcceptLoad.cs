using System.Diagnostics;

namespace Benchmarks.Exchange;

/// <summary>Callers that each give one message after another and wait for each.</summary>
internal static class AcceptLoad
{
    public static async Task<AcceptFigures> RunAsync(IAcceptSide side, TimeSpan length, int callers, Func<AcceptedMessage> next)
    {
        var started = Stopwatch.GetTimestamp();
        var waits = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(side, started, length, next))));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var all = waits.SelectMany(own => own).Order().ToList();
        return new AcceptFigures(all.Count / elapsed.TotalSeconds, all[(int)(all.Count * 0.99)], all.Count);
    }

    private static async Task<List<double>> CallAsync(IAcceptSide side, long started, TimeSpan length, Func<AcceptedMessage> next)
    {
        var waits = new List<double>();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var message = next();
            var began = Stopwatch.GetTimestamp();
            await side.AcceptAsync(message);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return waits;
    }
}
