using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarJsonTests
{
    [TestMethod]
    public void Every_property_is_read()
    {
        var (schedule, problems) = CalendarBench.Read("""
            {"beginDate":"2026-03-01","endDate":"2026-12-31","beginTime":"9:00","endTime":"18:00:00","completionTime":"19:30:00","completionInterval":600,"repeatPeriodInDay":900,"repeatPause":300,
             "weekDayInMonth":-1,"dayInMonth":5,"weeksPeriod":2,"daysRepeatPeriod":3,"weekDays":[5,1,1],"months":[12],"detailedDailySchedules":[{"beginTime":"01:00:00","repeatPause":60},{}]}
            """);

        problems.Should().BeEmpty();
        schedule.Should().Be(new CalendarSchedule
        {
            BeginDate = new(2026, 3, 1),
            EndDate = new(2026, 12, 31),
            BeginTime = TimeSpan.FromHours(9),
            EndTime = TimeSpan.FromHours(18),
            CompletionTime = new(19, 30, 0),
            CompletionInterval = TimeSpan.FromMinutes(10),
            RepeatPeriodInDay = TimeSpan.FromMinutes(15),
            RepeatPause = TimeSpan.FromMinutes(5),
            WeekDayInMonth = -1,
            DayInMonth = 5,
            WeeksPeriod = 2,
            DaysRepeatPeriod = 3,
            WeekDays = [1, 5],
            Months = [12],
            DetailedDailySchedules = [new() { BeginTime = TimeSpan.FromHours(1), RepeatPause = TimeSpan.FromMinutes(1) }, new()],
        });
    }

    [TestMethod]
    public void What_is_not_written_is_not_set() => CalendarBench.Read("{}").Schedule.Should().Be(new CalendarSchedule());

    [TestMethod]
    [DataRow("""{"beginDate":"01.03.2026"}""", ".beginDate", "year-month-day")]
    [DataRow("""{"beginDate":20260301}""", ".beginDate", "year-month-day")]
    [DataRow("""{"beginTime":"24:00:00"}""", ".beginTime", "00:00:00..23:59:59")]
    [DataRow("""{"endTime":3600}""", ".endTime", "00:00:00..23:59:59")]
    [DataRow("""{"completionInterval":-1}""", ".completionInterval", "0..2592000 (seconds)")]
    [DataRow("""{"repeatPause":"300"}""", ".repeatPause", "0..2147483647 (seconds)")]
    [DataRow("""{"repeatPeriodInDay":86400}""", ".repeatPeriodInDay", "0..86399")]
    [DataRow("""{"repeatPeriodInDay":0.5}""", ".repeatPeriodInDay", "0..86399")]
    [DataRow("""{"repeatPause":99999999999}""", ".repeatPause", "0..2147483647")]
    [DataRow("""{"dayInMonth":32}""", ".dayInMonth", "-31..31")]
    [DataRow("""{"weekDayInMonth":-6}""", ".weekDayInMonth", "-5..5")]
    [DataRow("""{"weeksPeriod":-1}""", ".weeksPeriod", "0..522")]
    [DataRow("""{"daysRepeatPeriod":3661}""", ".daysRepeatPeriod", "0..3660")]
    [DataRow("""{"weekDays":[1,8]}""", ".weekDays[1]", "1..7")]
    [DataRow("""{"weekDays":"1 2"}""", ".weekDays", "1..7")]
    [DataRow("""{"months":[0]}""", ".months[0]", "1..12")]
    [DataRow("""{"endDate":"2026-02-28","beginDate":"2026-03-01"}""", ".endDate", "not before beginDate 2026-03-01")]
    [DataRow("""{"begintime":"01:00:00"}""", ".begintime", "only beginDate, endDate, beginTime")]
    [DataRow("""{"beginTime":"01:00:00","beginTime":"02:00:00"}""", ".beginTime", "once")]
    [DataRow("""{"detailedDailySchedules":{}}""", ".detailedDailySchedules", "a list")]
    [DataRow("""{"detailedDailySchedules":[{},{"dayInMonth":1}]}""", ".detailedDailySchedules[1].dayInMonth", "only beginTime")]
    [DataRow("""{"detailedDailySchedules":[{"beginTime":"1"}]}""", ".detailedDailySchedules[0].beginTime", "00:00:00..23:59:59")]
    [DataRow("""{"detailedDailySchedules":[7]}""", ".detailedDailySchedules[0]", "an object")]
    [DataRow("[]", "", "an object")]
    public void A_wrong_value_is_named_with_its_place_and_what_is_allowed(string json, string path, string expected)
    {
        var (schedule, problems) = CalendarBench.Read(json);

        schedule.Should().BeNull();
        var problem = problems.Should().ContainSingle().Subject;
        problem.Path.Should().Be("jobs[0].schedule" + path);
        problem.Expected.Should().Contain(expected);
        problem.Value.Should().NotBeNullOrEmpty();
        problem.ExpectedRu.Should().NotBeNullOrEmpty().And.NotBe(problem.Expected);
    }

    [TestMethod]
    public void All_that_is_wrong_is_named_at_once() =>
        CalendarBench.Read("""{"beginTime":"x","dayInMonth":99,"months":[13,14],"what":1}""").Problems.Select(problem => problem.Path)
            .Should().BeEquivalentTo("jobs[0].schedule.what", "jobs[0].schedule.beginTime", "jobs[0].schedule.dayInMonth", "jobs[0].schedule.months[0]", "jobs[0].schedule.months[1]");

    [TestMethod]
    public void What_is_not_set_is_not_written() =>
        CalendarJson.Write(CalendarBench.Schedule("""{"beginTime":"9:00","weeksPeriod":1,"endDate":"2026-03-03","weekDays":[3,2]}""")).ToJsonString()
            .Should().Be("""{"endDate":"2026-03-03","beginTime":"09:00:00","daysRepeatPeriod":1,"weekDays":[2,3]}""");
}
