using Faults.Judge;

namespace Unit.Tests.Faults;

/// <summary>The judge of the fault program must see what is wrong: every rule is broken here once.</summary>
[TestClass]
public sealed class ScheduleJudgeTests
{
    private const long Second = 1_000_000_000;
    private static readonly FaultTimes Times = new(Counted: 4 * Second, Began: 6 * Second, Ended: 16 * Second, Looked: 20 * Second + (Second / 2));

    [TestMethod]
    public void Undisturbed_firings_survive() => Judge(EverySecond()).Failures.Should().BeEmpty();

    [TestMethod]
    public void Fault_that_stopped_everything_and_was_counted_survives() =>
        Judge(EverySecond(at => at is < 6 or >= 16), misses: 10).Failures.Should().BeEmpty();

    [TestMethod]
    public void Skips_count_like_misses() => Judge(EverySecond(at => at is < 6 or >= 16), skips: 6, misses: 4).Failures.Should().BeEmpty();

    [TestMethod]
    public void Job_that_returns_too_late_fails() =>
        Judge(EverySecond(at => at is < 6 or >= 19), misses: 13).Failures.Should().ContainMatch("*fired 3.0* s after the fault ended, 2.00 s allowed*");

    [TestMethod]
    public void Job_that_never_returns_fails() => Judge(EverySecond(at => at < 6), misses: 15).Failures.Should().ContainMatch("*did not fire any more*");

    [TestMethod]
    public void Job_that_returns_and_stops_again_fails() =>
        Judge(EverySecond(at => at is < 17), misses: 4).Failures.Should().ContainMatch("*stood still for*");

    [TestMethod]
    public void Gap_during_a_fault_that_is_not_the_jobs_own_fails() =>
        Judge(EverySecond(at => at is < 8 or >= 12), misses: 4, alsoDuring: true).Failures.Should().ContainMatch("*stood still for 5.0* s, 4.00 s allowed*");

    [TestMethod]
    public void Gap_during_a_fault_that_stops_the_jobs_is_none() => Judge(EverySecond(at => at is < 8 or >= 12), misses: 4).Failures.Should().BeEmpty();

    [TestMethod]
    public void Moments_neither_fired_nor_counted_fail() =>
        Judge(EverySecond(at => at is < 6 or >= 16), misses: 8).Failures.Should().ContainMatch("*16 moments, of which 6 fired, 0 were counted as skipped and 8 as missed*");

    [TestMethod]
    public void Moments_counted_that_fired_too_fail() => Judge(EverySecond(), misses: 2).Failures.Should().ContainMatch("*16 moments*");

    [TestMethod]
    public void One_moment_at_the_border_may_be_on_either_side() => Judge(EverySecond(at => at is < 6 or >= 16), misses: 9).Failures.Should().BeEmpty();

    [TestMethod]
    public void Second_firing_for_one_moment_fails() =>
        Judge([.. EverySecond(), (9 * Second) + (Second / 4)]).Failures.Should().ContainMatch("*fired 2 times for one moment*");

    [TestMethod]
    public void Late_firing_close_to_the_next_moment_is_no_second_one() =>
        Judge([.. EverySecond(at => at is not 10), (10 * Second) + (Second * 9 / 10)]).Failures.Should().BeEmpty();

    [TestMethod]
    public void Firing_held_up_past_the_next_one_is_no_second_one() =>
        Judge([.. EverySecond(at => at is not 10 and not 11), (11 * Second) + (Second / 5), (11 * Second) + (Second * 6 / 10)]).Failures.Should().BeEmpty();

    [TestMethod]
    public void Third_firing_in_one_moment_fails_though_one_was_held_up() =>
        Judge([.. EverySecond(at => at is not 10), (11 * Second) + (Second / 5), (11 * Second) + (Second * 6 / 10)]).Failures.Should().ContainMatch("*fired 3 times for one moment*");

    [TestMethod]
    public void Firing_without_a_run_fails_where_the_history_is_whole() =>
        new ScheduleJudge(Times, alsoDuring: false, wholeHistory: true).Judge([.. EverySecond().Select(at => new Tick("job", at, at / 1_000_000, ""))], [Count()], [Count()])
            .Failures.Should().ContainMatch("*fired 21 times and has 3 runs*");

    [TestMethod]
    public void Scheduler_without_counters_is_judged_by_its_firings() =>
        new ScheduleJudge(Times, alsoDuring: true).JudgeFirings(["job", "other"], TimeSpan.FromSeconds(1), [.. EverySecond().Select(at => new Tick("job", at, 0, ""))])
            .Failures.Should().ContainSingle().Which.Should().Match("other did not fire*");

    [TestMethod]
    public void Firings_for_moments_made_up_in_a_burst_fail() =>
        Judge([.. EverySecond(at => at is < 6 or >= 16), .. Enumerable.Range(0, 10).Select(n => (16 * Second) + (n * Second / 100))]).Failures.Should().ContainMatch("*times for one moment*");

    [TestMethod]
    public void Planned_start_with_two_runs_fails() =>
        Judge(EverySecond(), planned: ["10:00:01", "10:00:02", "10:00:02"]).Failures.Should().ContainMatch("*such as 10:00:02*");

    [TestMethod]
    public void Job_that_hardly_fired_before_the_fault_proves_nothing() =>
        Judge(EverySecond(at => at >= 5)).Failures.Should().ContainMatch("*nothing can be told of it*");

    [TestMethod]
    public void Job_that_vanished_from_the_list_fails() =>
        new ScheduleJudge(Times, alsoDuring: false).Judge([], [Count()], []).Failures.Should().ContainMatch("*no longer listed*");

    [TestMethod]
    public void Trial_without_jobs_fails() => new ScheduleJudge(Times, alsoDuring: false).Judge([], [], []).Failures.Should().ContainMatch("*no healthy job*");

    [TestMethod]
    public void Grid_is_found_though_a_firing_before_the_fault_was_very_late() =>
        Judge([.. EverySecond(at => at is not 2), (2 * Second) + (Second * 6 / 10)]).Failures.Should().BeEmpty();

    [TestMethod]
    public void Fault_that_begins_right_after_the_first_look_is_counted_whole() =>
        Judge(EverySecond(at => at is < 5 or >= 16), misses: 11).Failures.Should().BeEmpty();

    [TestMethod]
    public void Job_without_a_planned_start_proves_nothing() =>
        new ScheduleJudge(Times, alsoDuring: false).Judge([.. EverySecond().Select(at => new Tick("job", at, 0, ""))], [Count() with { PlannedStarts = [] }], [Count()]).Failures.Should().ContainMatch("*nothing can be told of it*");

    [TestMethod]
    public void Line_that_is_still_being_written_is_left_out() =>
        TickFile.Parse("job\t1\t2\tword\njob\t3").Should().Equal(new Tick("job", 1, 2, "word"));

    [TestMethod]
    public void Line_that_is_no_tick_is_refused() => FluentActions.Invoking(() => TickFile.Parse("nonsense\n")).Should().Throw<FormatException>().WithMessage("*nonsense*");

    private static Judgement Judge(IEnumerable<long> fired, long skips = 0, long misses = 0, bool alsoDuring = false, IReadOnlyList<string>? planned = null) =>
        new ScheduleJudge(Times, alsoDuring).Judge([.. fired.Select(at => new Tick("job", at, at / 1_000_000, ""))], [Count()], [Count() with { Skips = skips, Misses = misses, PlannedStarts = planned ?? [] }]);

    private static JobCount Count() => new("job", TimeSpan.FromSeconds(1), 0, 0) { PlannedStarts = ["1970-01-01T00:00:04.009+00:00", "1970-01-01T00:00:03+00:00", "1970-01-01T00:00:02.002+00:00"] };

    // A few milliseconds late, each by another few.
    private static IEnumerable<long> EverySecond(Func<int, bool>? when = null) =>
        Enumerable.Range(0, 21).Where(when ?? (_ => true)).Select(at => (at * Second) + ((at * 7919 % 13) * 1_000_000));
}
