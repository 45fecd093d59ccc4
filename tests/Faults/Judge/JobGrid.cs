using System.Globalization;

namespace Faults.Judge;

/// <summary>The grid of a period on the monotonic clock, from planned starts the server told on the wall clock and firings that carry both clocks.</summary>
internal readonly record struct JobGrid(long Anchor, long Period)
{
    // Both clocks' readings are cut to milliseconds on their way here.
    private const long Slack = 2_000_000, NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Finds the grid. Planned starts and firings are those before the fault, when the wall clock was undisturbed.</summary>
    public static JobGrid Of(IReadOnlyList<string> plannedStarts, IEnumerable<Tick> steady, long period)
    {
        List<long> planned = [.. plannedStarts.Select(start => DateTimeOffset.Parse(start, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() * NanosecondsPerMillisecond)];
        // A server held up between its two clocks tells a planned start too late, never too early: the earliest in its period is right.
        var earliest = planned.MinBy(start => Signed(start - planned[0], period));
        // A firing that was held up between its two readings makes the difference smaller, never greater.
        var difference = steady.Max(tick => tick.At - (tick.WallMilliseconds * NanosecondsPerMillisecond));
        return new JobGrid(earliest + difference - Slack, period);
    }

    /// <summary>The number of the moment a time belongs to: the last one that is not after it.</summary>
    public long MomentOf(long at)
    {
        var since = at - Anchor;
        return (since / Period) - (since % Period < 0 ? 1 : 0);
    }

    /// <summary>The time of a moment.</summary>
    public long At(long moment) => Anchor + (moment * Period);

    private static long Signed(long value, long period)
    {
        var into = ((value % period) + period) % period;
        return into > period / 2 ? into - period : into;
    }
}
