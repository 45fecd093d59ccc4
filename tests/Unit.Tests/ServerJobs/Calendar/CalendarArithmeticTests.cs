using System.Diagnostics;
using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarArithmeticTests
{
    [TestMethod]
    [DataRow("""{"beginTime":"03:00"}""", "03-02 03:00", null)]
    [DataRow("""{"beginTime":"03:00","completionTime":"04:00"}""", "03-02 03:10", "03-02 04:00")]
    [DataRow("""{"beginTime":"03:00","completionInterval":600}""", "03-02 03:10", "03-02 03:20")]
    [DataRow("""{"beginTime":"03:00","completionTime":"04:00","completionInterval":600}""", "03-02 03:10", "03-02 03:20")]
    [DataRow("""{"beginTime":"03:00","completionTime":"04:00","completionInterval":6000}""", "03-02 03:10", "03-02 04:00")]
    [DataRow("""{"beginTime":"20:00","completionTime":"08:00"}""", "03-02 20:30", "03-03 08:00")]
    [DataRow("""{"beginTime":"20:00","endTime":"23:00","completionTime":"08:00"}""", "03-03 01:00", "03-03 08:00")]
    [DataRow("""{"beginTime":"20:00","endTime":"06:00","completionTime":"07:00"}""", "03-03 02:00", "03-03 07:00")]
    [DataRow("""{"beginTime":"20:00","endTime":"06:00","completionTime":"07:00"}""", "03-02 21:00", "03-03 07:00")]
    [DataRow("""{"beginTime":"03:00","completionTime":"04:00"}""", "03-02 12:00", null)]
    [DataRow("""{"detailedDailySchedules":[{"beginTime":"01:00","completionTime":"05:00"},{"beginTime":"14:00","completionTime":"18:00"}]}""", "03-02 14:00", "03-02 18:00")]
    public void A_run_is_cancelled_at_the_completion_time_of_its_row_or_after_its_longest_run(string schedule, string start, string? expected) =>
        CalendarArithmetic.CompletionOf(CalendarBench.Schedule(schedule), CalendarBench.Time(start)).Should().Be(expected is null ? null : CalendarBench.Time(expected));

    [TestMethod]
    [DataRow("""{"beginTime":"03:00"}""", "03-05 12:00", true)]
    [DataRow("""{"beginTime":"03:00","endTime":"03:05"}""", "03-02 03:20", true)]
    [DataRow("""{"endDate":"2026-03-02"}""", "03-02 23:59:59", true)]
    [DataRow("""{"endDate":"2026-03-02"}""", "03-03 00:00", false)]
    [DataRow("""{"beginTime":"03:00","completionTime":"04:00"}""", "03-02 03:59:59", true)]
    [DataRow("""{"beginTime":"03:00","completionTime":"04:00"}""", "03-02 04:00", false)]
    [DataRow("""{"beginTime":"03:00","completionTime":"01:00"}""", "03-03 00:59", true)]
    [DataRow("""{"beginTime":"03:00","completionTime":"01:00"}""", "03-03 01:00", false)]
    public void A_repeat_may_leave_its_window_but_not_the_last_day_or_the_completion_time(string schedule, string repeatAt, bool expected) =>
        CalendarArithmetic.MayRepeat(CalendarBench.Schedule(schedule), CalendarBench.Time(repeatAt), CalendarBench.Time("03-02 03:00")).Should().Be(expected);

    [TestMethod]
    public void A_start_a_moment_after_the_end_time_is_not_lost()
    {
        var schedule = CalendarBench.Schedule("""{"beginTime":"20:00","endTime":"08:00","repeatPeriodInDay":14400}""");
        var late = CalendarBench.Time("03-03 08:00").AddMilliseconds(400);

        CalendarArithmetic.Next(schedule, late, CalendarBench.Time("03-03 04:00"), null).Should().Be(late);
        CalendarArithmetic.Next(schedule, late.AddSeconds(1), CalendarBench.Time("03-03 04:00"), null).Should().Be(CalendarBench.Time("03-03 20:00"));
    }

    [TestMethod]
    [DataRow("""{"repeatPeriodInDay":900}""", "03-02 10:00", "03-02 09:00", "03-02 09:00")]
    [DataRow("""{"repeatPeriodInDay":900,"repeatPause":600}""", "2036-03-02 10:00", "03-02 09:00", "03-02 09:00")]
    [DataRow("""{"beginTime":"03:00"}""", "03-02 03:00", "03-02 02:30", "03-03 03:00")]
    [DataRow("""{"beginTime":"03:00","weeksPeriod":2,"daysRepeatPeriod":7}""", "2036-03-02 03:00", "03-02 02:30", "03-02 03:00")]
    public void A_clock_set_back_neither_holds_a_job_up_nor_repeats_the_day(string schedule, string lastStart, string now, string expected) =>
        CalendarArithmetic.Next(CalendarBench.Schedule(schedule), CalendarBench.Time(now), CalendarBench.Time(lastStart), CalendarBench.Time(lastStart)).Should().Be(CalendarBench.Time(expected));

    [TestMethod]
    public void A_day_that_never_comes_ends_the_search() =>
        CalendarArithmetic.Next(CalendarBench.Schedule("""{"months":[2],"dayInMonth":30}"""), CalendarBench.Time("03-02"), null, null).Should().BeNull();

    [TestMethod]
    public void The_end_of_the_calendar_is_no_fault() =>
        CalendarArithmetic.Next(CalendarBench.Schedule("""{"weekDays":[1],"dayInMonth":31}"""), DateTime.MaxValue.AddDays(-5), null, null).Should().BeNull();

    [TestMethod]
    public void The_start_of_the_calendar_is_no_fault() =>
        CalendarArithmetic.CompletionOf(CalendarBench.Schedule("""{"beginTime":"20:00","completionTime":"08:00"}"""), DateTime.MinValue).Should().NotBeNull();

    [TestMethod]
    public void A_yearly_rule_is_found_within_microseconds()
    {
        var schedule = CalendarBench.Schedule("""{"beginTime":"01:00","months":[2],"dayInMonth":29}""");
        var now = CalendarBench.Time("03-02");
        var best = Enumerable.Range(0, 20).Min(_ => Batch(schedule, now));

        best.Should().BeLessThan(TimeSpan.FromMilliseconds(50), "a thousand searches of two years by single months take a few milliseconds, by single days more");
    }

    private static TimeSpan Batch(CalendarSchedule schedule, DateTime now)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < 1000; number++) CalendarArithmetic.Next(schedule, now, null, null);
        return Stopwatch.GetElapsedTime(start);
    }
}
