namespace Unit.Tests.ServerJobs.Calendar;

/// <summary>The worked examples of the calendar: Monday is 2026-03-02.</summary>
[TestClass]
public sealed class CalendarExamplesTests
{
    private const string Night = """{"beginTime":"20:00:00","endTime":"08:00:00"}""";
    private const string Early = """{"beginTime":"01:00:00","endTime":"06:00:00","repeatPeriodInDay":900,"repeatPause":300}""";
    private const string TwoRows = """{"detailedDailySchedules":[{"beginTime":"01:00:00"},{"beginTime":"14:00:00"}]}""";

    [TestMethod]
    [DataRow(1, """{"repeatPeriodInDay":600}""", "03-02 10:07", 120, "03-02 10:07:00, 03-02 10:17:00, 03-02 10:27:00")]
    [DataRow(2, """{"repeatPeriodInDay":600}""", "03-02 10:00", 1000, "03-02 10:00:00, 03-02 10:16:40, 03-02 10:33:20")]
    [DataRow(3, """{"beginTime":"03:00"}""", "03-02 02:00", 60, "03-02 03:00, 03-03 03:00")]
    [DataRow(4, """{"beginTime":"03:00"}""", "03-02 09:30", 60, "03-02 09:30, 03-03 03:00")]
    [DataRow(5, """{"beginTime":"03:00","completionTime":"04:00"}""", "03-02 09:30", 60, "03-03 03:00, 03-04 03:00")]
    [DataRow(6, """{"beginTime":"03:00","completionTime":"04:00"}""", "03-02 03:40", 60, "03-02 03:40, 03-03 03:00")]
    [DataRow(7, """{"beginTime":"02:00","endTime":"04:00"}""", "03-02 01:00", 60, "03-02 02:00, 03-03 02:00, 03-04 02:00")]
    [DataRow(8, Early, "03-02 00:00", 60, "03-02 01:00, 03-02 01:15, 03-02 01:30, 03-02 01:45, 03-02 02:00")]
    [DataRow(9, Early, "03-02 00:00", 800, "03-02 01:00:00, 03-02 01:18:20, 03-02 01:36:40, 03-02 01:55:00")]
    [DataRow(10, """{"beginTime":"01:00","endTime":"06:00","repeatPeriodInDay":900}""", "03-02 05:40", 60, "03-02 05:40, 03-02 05:55, 03-03 01:00, 03-03 01:15")]
    [DataRow(11, Night, "03-02 12:00", 60, "03-02 20:00, 03-03 00:00, 03-04 00:00, 03-05 00:00")]
    [DataRow(12, """{"beginTime":"20:00","endTime":"08:00","repeatPeriodInDay":14400}""", "03-02 12:00", 60, "03-02 20:00, 03-03 00:00, 03-03 04:00, 03-03 08:00, 03-03 20:00, 03-04 00:00")]
    [DataRow(13, """{"beginTime":"20:00","endTime":"08:00","repeatPeriodInDay":18000}""", "03-02 12:00", 60, "03-02 20:00, 03-03 01:00, 03-03 06:00, 03-03 20:00, 03-04 01:00, 03-04 06:00")]
    [DataRow(14, """{"beginTime":"20:00","endTime":"08:00","repeatPeriodInDay":14400,"weekDays":[1,2,3,4,5]}""", "03-06 12:00", 60, "03-06 20:00, 03-09 00:00, 03-09 04:00, 03-09 08:00, 03-09 20:00, 03-10 00:00")]
    [DataRow(15, """{"beginTime":"01:00","endTime":"07:00","weekDays":[6,7]}""", "03-02 12:00", 60, "03-07 01:00, 03-08 01:00, 03-14 01:00")]
    [DataRow(16, """{"beginTime":"01:00","dayInMonth":5}""", "03-06 12:00", 60, "04-05 01:00, 05-05 01:00, 06-05 01:00")]
    [DataRow(17, """{"beginTime":"01:00","dayInMonth":31}""", "03-31 12:00", 60, "03-31 12:00, 05-31 01:00, 07-31 01:00, 08-31 01:00")]
    [DataRow(18, """{"beginTime":"23:00","dayInMonth":-1}""", "01-31 23:30", 60, "01-31 23:30, 02-28 23:00, 03-31 23:00, 04-30 23:00")]
    [DataRow(19, """{"beginTime":"10:00","dayInMonth":-2}""", "03-02", 60, "03-30 10:00, 04-29 10:00, 05-30 10:00")]
    [DataRow(20, """{"beginTime":"09:00","weekDays":[2],"weekDayInMonth":2}""", "03-01", 60, "03-10 09:00, 04-14 09:00, 05-12 09:00")]
    [DataRow(21, """{"beginTime":"18:00","weekDays":[5],"weekDayInMonth":-1}""", "03-01", 60, "03-27 18:00, 04-24 18:00, 05-29 18:00")]
    [DataRow(22, """{"beginTime":"08:00","daysRepeatPeriod":7}""", "03-02 10:00", 60, "03-02 10:00, 03-09 08:00, 03-16 08:00")]
    [DataRow(23, """{"beginTime":"10:00","endTime":"11:00","repeatPeriodInDay":1800,"daysRepeatPeriod":3}""", "03-02 03:00", 60, "03-02 10:00, 03-02 10:30, 03-02 11:00, 03-05 10:00, 03-05 10:30, 03-05 11:00, 03-08 10:00")]
    [DataRow(24, """{"beginTime":"08:00","weeksPeriod":2,"weekDays":[1,3]}""", "03-02 07:00", 60, "03-02 08:00, 03-04 08:00, 03-16 08:00, 03-18 08:00, 03-30 08:00")]
    [DataRow(25, """{"daysRepeatPeriod":0,"beginDate":"2026-03-10","beginTime":"12:00"}""", "03-02", 60, "03-10 12:00, never")]
    [DataRow(26, """{"daysRepeatPeriod":0,"beginDate":"2026-03-01","beginTime":"12:00"}""", "03-02 07:00", 60, "03-02 12:00, never")]
    [DataRow(27, TwoRows, "03-02 00:00", 60, "03-02 01:00, 03-02 14:00, 03-03 01:00, 03-03 14:00")]
    [DataRow(28, TwoRows, "03-02 15:00", 60, "03-02 15:00, 03-03 01:00, 03-03 14:00, 03-04 01:00")]
    [DataRow(29, """{"beginTime":"04:00","months":[1,4,7,10],"dayInMonth":1}""", "03-02", 60, "04-01 04:00, 07-01 04:00, 10-01 04:00")]
    [DataRow(30, """{"beginTime":"04:00","endDate":"2026-03-03"}""", "03-02 05:00", 60, "03-02 05:00, 03-03 04:00, never")]
    [DataRow(31, """{"repeatPeriodInDay":900}""", "03-02 23:50", 60, "03-02 23:50, 03-03 00:05, 03-03 00:20")]
    [DataRow(32, """{"beginTime":"01:00","months":[2],"dayInMonth":29}""", "03-02", 60, "2028-02-29 01:00, 2032-02-29 01:00")]
    [DataRow(33, """{"beginDate":"2026-04-01","beginTime":"06:00","weekDays":[1,2,3,4,5]}""", "03-02", 60, "04-01 06:00, 04-02 06:00, 04-03 06:00")]
    [DataRow(34, """{"beginTime":"01:00","completionTime":"03:00","repeatPeriodInDay":3600}""", "03-02 00:00", 60, "03-02 01:00, 03-02 02:00, 03-03 01:00, 03-03 02:00")]
    [DataRow(35, """{"beginTime":"20:00","completionTime":"08:00"}""", "03-02 12:00", 60, "03-02 20:00, 03-03 20:00, 03-04 20:00")]
    [DataRow(36, """{"repeatPeriodInDay":60,"repeatPause":300}""", "03-02 10:00", 60, "03-02 10:00, 03-02 10:06, 03-02 10:12")]
    [DataRow(37, "{}", "03-02 10:00", 60, "03-02 10:00, 03-03 00:00, 03-04 00:00")]
    public void A_worked_example_starts_as_written(int number, string schedule, string now, int runSeconds, string expected)
    {
        var texts = CalendarBench.Texts(expected);

        var starts = CalendarBench.Starts(CalendarBench.Schedule(schedule), CalendarBench.Time(now), TimeSpan.FromSeconds(runSeconds)).Take(texts.Length);

        starts.Should().Equal(texts, $"this is example {number}");
    }

    [TestMethod]
    [DataRow("""{"repeatPeriodInDay":3600}""", "03-02 10:00", "03-02 15:30", "03-02 15:30, 03-02 16:30")]
    [DataRow("""{"beginTime":"02:00","endTime":"04:00"}""", "03-02 02:00", "03-03 05:00", "03-04 02:00")]
    [DataRow("""{"beginTime":"02:00","endTime":"04:00"}""", "03-02 02:00", "03-03 03:30", "03-03 03:30, 03-04 02:00")]
    [DataRow("""{"beginTime":"08:00","daysRepeatPeriod":7}""", "03-02 08:00", "03-20 08:30", "03-20 08:30, 03-27 08:00")]
    public void After_a_downtime_there_is_no_burst_and_no_closed_window(string schedule, string lastStart, string now, string expected)
    {
        var texts = CalendarBench.Texts(expected);
        var last = CalendarBench.Time(lastStart);

        var starts = CalendarBench.Starts(CalendarBench.Schedule(schedule), CalendarBench.Time(now), TimeSpan.FromMinutes(1), last, last.AddMinutes(1)).Take(texts.Length);

        starts.Should().Equal(texts);
    }
}
