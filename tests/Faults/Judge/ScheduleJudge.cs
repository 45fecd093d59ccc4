using System.Globalization;

namespace Faults.Judge;

/// <summary>
/// Judges what the healthy jobs did around a fault: each fired within its period and a second after the fault's end and went on, none fired twice
/// for one moment, and every moment either fired or was counted.
/// </summary>
/// <param name="times">The moments of the trial.</param>
/// <param name="alsoDuring">Whether the jobs must not stand still while the fault lasts either.</param>
/// <param name="wholeHistory">Whether every firing must have its run in the history.</param>
internal sealed class ScheduleJudge(FaultTimes times, bool alsoDuring, bool wholeHistory = false)
{
    private const long Grace = 1_000_000_000;
    private const int SteadyFirings = 3;
    private readonly List<string> failures = [];
    private long skips, misses, longestGap, longestReturn;
    private int firedInAll;

    /// <summary>Judges all jobs.</summary>
    /// <param name="ticks">All firings, in any order.</param>
    /// <param name="before">The jobs at the first look.</param>
    /// <param name="after">The same jobs at the last look.</param>
    public Judgement Judge(IReadOnlyList<Tick> ticks, IReadOnlyList<JobCount> before, IReadOnlyList<JobCount> after)
    {
        var fired = ticks.Where(tick => tick.At <= times.Looked).ToLookup(tick => tick.Who);
        foreach (var job in before)
        {
            var found = after.FirstOrDefault(later => later.Id == job.Id);
            if (found is null) failures.Add($"{job.Id} is no longer listed");
            else JudgeJob(job, found, [.. fired[job.Id].OrderBy(tick => tick.At)]);
        }

        if (before.Count == 0) failures.Add("no healthy job was listed");
        return Result(before.Count);
    }

    /// <summary>Judges the firings alone, of a scheduler that counts nothing: whether each job returned and went on.</summary>
    public Judgement JudgeFirings(IReadOnlyList<string> jobs, TimeSpan period, IReadOnlyList<Tick> ticks)
    {
        foreach (var job in jobs)
        {
            List<long> fired = [.. ticks.Where(tick => tick.Who == job && tick.At <= times.Looked).Select(tick => tick.At).Order()];
            firedInAll += fired.Count;
            Returns(job, fired, Nanoseconds(period));
            Gaps(job, fired, Nanoseconds(period));
        }

        return Result(jobs.Count);
    }

    private void JudgeJob(JobCount before, JobCount after, List<Tick> ticks)
    {
        var period = Nanoseconds(before.Period);
        var steady = ticks.Where(tick => tick.At < times.Began).ToList();
        if (steady.Count < SteadyFirings || before.PlannedStarts.Count == 0)
        {
            failures.Add($"{before.Id} fired {steady.Count} times before the fault and has {before.PlannedStarts.Count} planned starts; nothing can be told of it");
            return;
        }

        List<long> fired = [.. ticks.Select(tick => tick.At)];
        firedInAll += fired.Count;
        skips += after.Skips - before.Skips;
        misses += after.Misses - before.Misses;
        Returns(before.Id, fired, period);
        Gaps(before.Id, fired, period);
        var grid = JobGrid.Of(before.PlannedStarts, steady, period);
        Doubles(before.Id, fired, grid, after);
        Counts(before, after, fired, grid);
    }

    private void Returns(string id, List<long> fired, long period)
    {
        var first = fired.FirstOrDefault(at => at >= times.Ended, long.MaxValue);
        var took = (first == long.MaxValue ? times.Looked : first) - times.Ended;
        longestReturn = Math.Max(longestReturn, took);
        if (first == long.MaxValue) failures.Add($"{id} did not fire any more after the fault ended, {Text(took)} until the look");
        else if (took > period + Grace) failures.Add($"{id} fired {Text(took)} after the fault ended, {Text(period + Grace)} allowed");
    }

    // Moments may be late or lost on a busy machine; three in a row are a standstill.
    private void Gaps(string id, List<long> fired, long period)
    {
        var allowed = (3 * period) + Grace;
        List<long> ends = [.. fired, times.Looked];
        for (var at = 1; at < ends.Count; at++)
        {
            var gap = ends[at] - ends[at - 1];
            if (ends[at] < times.Began) continue;
            longestGap = Math.Max(longestGap, gap);
            // While the fault lasts a gap is its doing, unless the fault has no business with other jobs.
            var from = alsoDuring ? ends[at - 1] : Math.Max(ends[at - 1], times.Ended);
            if (ends[at] - from > allowed) failures.Add($"{id} stood still for {Text(gap)}, {Text(allowed)} allowed");
        }
    }

    private void Doubles(string id, List<long> fired, JobGrid grid, JobCount after)
    {
        var moments = fired.CountBy(grid.MomentOf).ToDictionary();
        foreach (var (moment, firings) in moments.Where(moment => moment.Value > 1))
        {
            // A firing held up past the next moment stands beside that one's; its own moment has none then.
            var heldUp = moments.ContainsKey(moment - 1) && moments.ContainsKey(moment - 2) ? 0 : 1;
            if (firings - 1 > heldUp) failures.Add($"{id} fired {firings} times for one moment, {Text(grid.At(moment) - times.Began)} from the beginning of the fault");
        }

        var planned = after.PlannedStarts.CountBy(start => start).Where(start => start.Value > 1).Select(start => start.Key).ToList();
        if (planned.Count > 0) failures.Add($"{id} has {planned.Count} planned starts with more than one run, such as {planned[0]}");
        if (wholeHistory && fired.Count > after.PlannedStarts.Count) failures.Add($"{id} fired {fired.Count} times and has {after.PlannedStarts.Count} runs");
    }

    // The counters cannot be read in the same instant as the last firing is seen: one moment at the border may be on either side.
    private void Counts(JobCount before, JobCount after, List<long> fired, JobGrid grid)
    {
        var (first, last) = (grid.MomentOf(times.Counted), grid.MomentOf(times.Looked));
        var firings = fired.Select(grid.MomentOf).Count(moment => moment > first && moment <= last);
        var known = firings + (after.Skips - before.Skips) + (after.Misses - before.Misses);
        if (Math.Abs(last - first - known) > 1)
        {
            failures.Add($"{before.Id} had {last - first} moments, of which {firings} fired, {after.Skips - before.Skips} were counted as skipped and {after.Misses - before.Misses} as missed");
        }
    }

    private Judgement Result(int jobs) => new(failures, jobs, firedInAll, skips, misses, Span(longestGap), Span(longestReturn));

    private static long Nanoseconds(TimeSpan span) => span.Ticks * 100;

    private static TimeSpan Span(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / 100);

    private static string Text(long nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:0.00} s");
}
