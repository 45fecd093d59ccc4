using System.Globalization;
using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarClockTests
{
    private const string Quarter = """{"repeatPeriodInDay":900}""";

    [TestMethod]
    [DataRow("Europe/Berlin", """{"beginTime":"02:30"}""", "2026-03-28T12:00+01:00", "2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00 2026-03-30T02:30+02:00")]
    [DataRow("Europe/Berlin", """{"beginTime":"02:00","endTime":"02:30"}""", "2026-03-28T12:00+01:00", "2026-03-28T02:00+01:00", "2026-03-29T03:00+02:00 2026-03-30T02:00+02:00")]
    [DataRow("Europe/Berlin", Quarter, "2026-03-29T01:45+01:00", "2026-03-29T01:30+01:00", "2026-03-29T01:45+01:00 2026-03-29T03:00+02:00 2026-03-29T03:15+02:00")]
    [DataRow("Europe/Berlin", Quarter, "2026-03-29T01:51+01:00", "2026-03-29T01:50+01:00", "2026-03-29T03:05+02:00 2026-03-29T03:20+02:00")]
    [DataRow("Australia/Lord_Howe", """{"beginTime":"02:15"}""", "2026-10-03T12:00+10:30", "2026-10-03T02:15+10:30", "2026-10-04T02:30+11:00 2026-10-05T02:15+11:00")]
    [DataRow("Australia/Lord_Howe", Quarter, "2026-10-04T01:45+10:30", "2026-10-04T01:30+10:30", "2026-10-04T01:45+10:30 2026-10-04T02:30+11:00 2026-10-04T02:45+11:00")]
    [DataRow("Half", """{"beginTime":"02:15"}""", "2026-03-28T12:00+03:00", "2026-03-28T02:15+03:00", "2026-03-29T02:30+03:30 2026-03-30T02:15+03:30")]
    [DataRow("Midnight", """{"beginTime":"00:30"}""", "2026-04-23T12:00+02:00", "2026-04-23T00:30+02:00", "2026-04-24T01:00+03:00 2026-04-25T00:30+03:00")]
    public void A_start_in_the_hour_left_out_is_made_at_the_first_moment_after_it(string zone, string schedule, string now, string lastStart, string expected) => Compare(zone, schedule, now, lastStart, expected);

    [TestMethod]
    [DataRow("Europe/Berlin", """{"beginTime":"02:30"}""", "2026-10-24T12:00+02:00", "2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00 2026-10-26T02:30+01:00")]
    [DataRow("Europe/Berlin", Quarter, "2026-10-25T02:30+02:00", "2026-10-25T02:15+02:00", "2026-10-25T02:30+02:00 2026-10-25T02:45+02:00 2026-10-25T03:00+01:00 2026-10-25T03:15+01:00")]
    [DataRow("Europe/Berlin", Quarter, "2026-10-25T02:10+01:00", "2026-10-25T02:45+02:00", "2026-10-25T03:00+01:00 2026-10-25T03:15+01:00")]
    [DataRow("Europe/Berlin", """{"beginTime":"20:00","endTime":"08:00","repeatPeriodInDay":14400}""", "2026-10-24T20:00+02:00", "2026-10-24T08:00+02:00", "2026-10-24T20:00+02:00 2026-10-25T00:00+02:00 2026-10-25T04:00+01:00 2026-10-25T08:00+01:00 2026-10-25T20:00+01:00")]
    [DataRow("Australia/Lord_Howe", """{"beginTime":"01:45"}""", "2026-04-04T12:00+11:00", "2026-04-04T01:45+11:00", "2026-04-05T01:45+11:00 2026-04-06T01:45+10:30")]
    [DataRow("Australia/Lord_Howe", Quarter, "2026-04-05T01:30+11:00", "2026-04-05T01:15+11:00", "2026-04-05T01:30+11:00 2026-04-05T01:45+11:00 2026-04-05T02:00+10:30 2026-04-05T02:15+10:30")]
    [DataRow("Half", """{"repeatPeriodInDay":600}""", "2026-10-25T02:10+03:30", "2026-10-25T02:00+03:30", "2026-10-25T02:10+03:30 2026-10-25T02:20+03:30 2026-10-25T02:30+03:00 2026-10-25T02:40+03:00")]
    [DataRow("Midnight", """{"beginTime":"23:30"}""", "2026-10-29T12:00+03:00", "2026-10-28T23:30+03:00", "2026-10-29T23:30+03:00 2026-10-30T23:30+02:00")]
    public void An_hour_shown_twice_counts_once(string zone, string schedule, string now, string lastStart, string expected) => Compare(zone, schedule, now, lastStart, expected);

    [TestMethod]
    public void A_job_that_never_ran_waits_until_the_hour_shown_again_is_over() =>
        Clock("Europe/Berlin").Next(CalendarBench.Schedule("""{"beginTime":"01:00"}"""), Moment("2026-10-25T02:10+01:00")).Should().Be(Moment("2026-10-25T03:00+01:00"));

    [TestMethod]
    [DataRow(0.0, "2026-03-29T03:00:00+02:00")]
    [DataRow(0.4, "2026-03-29T03:00:00.4+02:00")]
    [DataRow(1800.0, "2026-03-29T03:30:00+02:00")]
    [DataRow(1801.0, "2026-03-30T02:00:00+02:00")]
    public void A_window_the_clock_jumps_over_is_open_as_long_after_it(double late, string expected) =>
        Clock("Europe/Berlin").Next(CalendarBench.Schedule("""{"beginTime":"02:00","endTime":"02:30"}"""), Moment("2026-03-29T03:00+02:00").AddSeconds(late), Moment("2026-03-28T02:00+01:00")).Should().Be(Moment(expected));

    [TestMethod]
    public void A_pause_is_waited_for_in_full_through_the_hour_left_out() =>
        Clock("Europe/Berlin").Next(CalendarBench.Schedule("""{"repeatPeriodInDay":60,"repeatPause":600}"""), Moment("2026-03-29T01:59+01:00"), Moment("2026-03-29T01:58+01:00"), Moment("2026-03-29T01:59+01:00"))
            .Should().Be(Moment("2026-03-29T03:09+02:00"));

    [TestMethod]
    [DataRow("""{"completionInterval":7200}""", "2026-03-29T01:30+01:00", "2026-03-29T04:30+02:00")]
    [DataRow("""{"completionTime":"02:30"}""", "2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00")]
    [DataRow("""{"completionTime":"02:30"}""", "2026-10-25T01:30+02:00", "2026-10-25T02:30+02:00")]
    [DataRow("""{"completionTime":"02:30"}""", "2026-10-25T02:10+01:00", "2026-10-25T02:30+01:00")]
    [DataRow("""{"completionTime":"05:00","completionInterval":3600}""", "2026-10-25T02:50+02:00", "2026-10-25T02:50+01:00")]
    public void A_run_is_cancelled_by_time_gone_by_or_by_what_the_clock_shows(string schedule, string start, string expected) =>
        Clock("Europe/Berlin").CompletionOf(CalendarBench.Schedule(schedule), Moment(start)).Should().Be(Moment(expected));

    [TestMethod]
    [DataRow("2026-03-29T03:59+02:00", true)]
    [DataRow("2026-03-29T04:00+02:00", false)]
    public void A_repeat_is_bound_by_the_completion_time_of_the_zone(string repeatAt, bool expected) =>
        Clock("Europe/Berlin").MayRepeat(CalendarBench.Schedule("""{"completionTime":"04:00"}"""), Moment(repeatAt), Moment("2026-03-29T01:30+01:00")).Should().Be(expected);

    [TestMethod]
    [DataRow("2026-03-29T01:59:59", "2026-03-29T01:59:59+01:00")]
    [DataRow("2026-03-29T02:00:00", "2026-03-29T03:00+02:00")]
    [DataRow("2026-03-29T02:59:59", "2026-03-29T03:00+02:00")]
    [DataRow("2026-03-29T03:00:00", "2026-03-29T03:00+02:00")]
    [DataRow("2026-10-25T01:59:59", "2026-10-25T01:59:59+02:00")]
    [DataRow("2026-10-25T02:00:00", "2026-10-25T02:00+02:00")]
    [DataRow("2026-10-25T02:59:59", "2026-10-25T02:59:59+02:00")]
    [DataRow("2026-10-25T03:00:00", "2026-10-25T03:00+01:00")]
    [DataRow("2026-07-01T12:00:00", "2026-07-01T12:00+02:00")]
    public void A_local_time_is_the_earlier_moment_or_the_first_after_it(string local, string expected)
    {
        var moment = Clock("Europe/Berlin").ToInstant(CalendarBench.Time(local));

        moment.Should().Be(Moment(expected));
        moment.Offset.Should().Be(Moment(expected).Offset);
    }

    [TestMethod]
    public void The_ends_of_the_calendar_are_no_fault()
    {
        var clock = Clock("Europe/Berlin");

        clock.Next(CalendarBench.Schedule("{}"), DateTimeOffset.MaxValue).Should().BeNull();
        clock.Next(CalendarBench.Schedule("{}"), DateTimeOffset.MinValue).Should().NotBeNull();
    }

    [TestMethod]
    public void No_quarter_of_a_year_is_started_twice_or_late()
    {
        var clock = Clock("Europe/Berlin");

        var locals = clock.Preview(CalendarBench.Schedule(Quarter), Moment("2026-01-01T00:00+01:00"), 35_000, TimeSpan.FromMinutes(1)).Select(clock.ToLocal).ToList();

        locals.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        locals.Zip(locals.Skip(1), (one, next) => next - one).Distinct().Should().BeEquivalentTo([TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(75)]);
    }

    [TestMethod]
    public void A_preview_ends_with_the_last_start() =>
        Clock("Europe/Berlin").Preview(CalendarBench.Schedule("""{"endDate":"2026-03-03"}"""), Moment("2026-03-02T10:00+01:00")).Should().Equal(Moment("2026-03-02T10:00+01:00"), Moment("2026-03-03T00:00+01:00"));

    private static void Compare(string zone, string schedule, string now, string lastStart, string expected)
    {
        var moments = expected.Split(' ');

        var starts = Clock(zone).Preview(CalendarBench.Schedule(schedule), Moment(now), moments.Length, TimeSpan.FromMinutes(1), Moment(lastStart), Moment(lastStart).AddMinutes(1));

        starts.Select(start => start.ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture)).Should().Equal(moments);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static CalendarClock Clock(string zone) => new(zone switch
    {
        "Half" => Custom(zone, 3, 30, new DateTime(1, 1, 1, 2, 0, 0), (3, 29), new DateTime(1, 1, 1, 2, 30, 0), (10, 25)),
        "Midnight" => Custom(zone, 2, 60, new DateTime(1, 1, 1, 0, 0, 0), (4, 24), new DateTime(1, 1, 1, 0, 0, 0), (10, 30)),
        _ => TimeZoneInfo.FindSystemTimeZoneById(zone),
    });

    private static TimeZoneInfo Custom(string id, int hours, int delta, DateTime start, (int Month, int Day) startDay, DateTime end, (int Month, int Day) endDay)
    {
        var from = TimeZoneInfo.TransitionTime.CreateFixedDateRule(start, startDay.Month, startDay.Day);
        var to = TimeZoneInfo.TransitionTime.CreateFixedDateRule(end, endDay.Month, endDay.Day);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(new DateTime(2000, 1, 1), new DateTime(2100, 12, 31), TimeSpan.FromMinutes(delta), from, to);
        return TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(hours), id, id, id, [rule]);
    }
}
