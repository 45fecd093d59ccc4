using System.Globalization;

namespace Faults.Judge;

/// <summary>Judges calendar jobs by the wall clock their firings carry: once where once is right, without a pause where they repeat, and silent where nothing may start.</summary>
internal sealed class CalendarJudge(IReadOnlyList<Tick> ticks)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private readonly List<string> failures = [];

    public IReadOnlyList<string> Failures => failures;

    /// <summary>The job fired exactly once in all, at a moment or within the grace after it.</summary>
    public void Once(string job, DateTimeOffset moment)
    {
        var fired = Of(job);
        if (fired.Count != 1) failures.Add($"{job} fired {fired.Count} times, once was right");
        else if (fired[0] < moment || fired[0] > moment + TimeSpan.FromSeconds(1) + Grace) failures.Add($"{job} fired at {Text(fired[0])}, {Text(moment)} was right");
    }

    /// <summary>The job fired within its period and the grace after a moment.</summary>
    public void Returns(string job, DateTimeOffset moment, TimeSpan period)
    {
        var first = Of(job).FirstOrDefault(fired => fired >= moment, DateTimeOffset.MaxValue);
        if (first > moment + period + Grace) failures.Add($"{job} did not fire within {period + Grace} after {Text(moment)}");
    }

    /// <summary>The job fired through a stretch of time, neither with a standstill nor in a burst.</summary>
    public void Regular(string job, DateTimeOffset from, DateTimeOffset to, TimeSpan period)
    {
        List<DateTimeOffset> fired = [from, .. Of(job).Where(moment => moment > from && moment < to), to];
        for (var at = 1; at < fired.Count; at++)
        {
            var gap = fired[at] - fired[at - 1];
            // One start may be lost to a busy machine, and one may be close to the next when it was held up.
            if (gap > (2 * period) + Grace) failures.Add($"{job} stood still for {Seconds(gap)} from {Text(fired[at - 1])}");
            if (at > 2 && at < fired.Count - 1 && fired[at] - fired[at - 2] < period) failures.Add($"{job} fired three times within {Seconds(fired[at] - fired[at - 2])} at {Text(fired[at])}");
        }
    }

    /// <summary>The job did not fire in a stretch of time.</summary>
    public void Silent(string job, DateTimeOffset from, DateTimeOffset to)
    {
        var fired = Of(job).Where(moment => moment >= from && moment < to).ToList();
        if (fired.Count > 0) failures.Add($"{job} fired {fired.Count} times while nothing may start, first at {Text(fired[0])}");
    }

    private List<DateTimeOffset> Of(string job) => [.. ticks.Where(tick => tick.Who == job).Select(tick => DateTimeOffset.FromUnixTimeMilliseconds(tick.WallMilliseconds)).Order()];

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
