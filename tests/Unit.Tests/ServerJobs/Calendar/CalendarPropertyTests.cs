using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarPropertyTests
{
    private static readonly RandomCalendar[] Cases = [.. Enumerable.Range(1, 3000).Select(seed => new RandomCalendar(seed))];

    [TestMethod]
    public void The_next_start_is_what_the_rules_give_day_by_day() =>
        Cases.Select(Found).Should().Equal(Cases.Select(one => CalendarOracle.Next(one.Schedule, one.Now, one.LastStart, one.LastEnd)));

    [TestMethod]
    public void Most_random_schedules_start_some_day() => Cases.Count(one => Found(one) is not null).Should().BeGreaterThan(2000);

    [TestMethod]
    public void A_start_never_lies_before_now() => Cases.Should().OnlyContain(one => !(Found(one) < one.Now));

    [TestMethod]
    public void A_start_lies_on_an_allowed_day() =>
        Cases.Where(one => Found(one) is not null).Should().OnlyContain(one => CalendarOracle.Allowed(one.Schedule, Found(one)!.Value.Date));

    [TestMethod]
    public void A_start_lies_in_a_window() =>
        Cases.Where(one => Found(one) is not null).Should().OnlyContain(one => CalendarOracle.Halves(one.Schedule).Any(half => Found(one)!.Value.TimeOfDay >= half.Begin && Found(one)!.Value.TimeOfDay <= half.End));

    [TestMethod]
    [DataRow(1)]
    [DataRow(3_600)]
    [DataRow(100_000)]
    public void A_later_now_never_gives_an_earlier_start(int later) =>
        Cases.Should().OnlyContain(one => (one.Next(later) ?? DateTime.MaxValue) >= (Found(one) ?? DateTime.MaxValue));

    [TestMethod]
    public void Asking_again_at_the_start_gives_the_same_start() =>
        Cases.Where(one => Found(one) is not null).Should().OnlyContain(one => CalendarArithmetic.Next(one.Schedule, Found(one)!.Value, one.LastStart, one.LastEnd) == Found(one));

    [TestMethod]
    public void Both_written_forms_give_the_schedule_back()
    {
        var schedules = Cases.Select(one => one.Schedule).ToList();

        schedules.Select(schedule => CalendarXml.Read(CalendarXml.Write(schedule))).Should().Equal(schedules);
        schedules.Select(schedule => CalendarBench.Read(CalendarJson.Write(schedule).ToJsonString()).Schedule).Should().Equal(schedules);
        schedules.Should().OnlyHaveUniqueItems();
    }

    private static DateTime? Found(RandomCalendar one) => one.Next();
}
