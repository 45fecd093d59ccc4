using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarWarningsTests
{
    [TestMethod]
    [DataRow("""{"repeatPeriodInDay":59}""", "repeatPeriodInDay")]
    [DataRow("""{"repeatPause":1}""", "repeatPause")]
    [DataRow("""{"beginTime":"20:00","endTime":"08:00"}""", "endTime")]
    [DataRow("""{"beginTime":"03:00","completionTime":"03:00"}""", "completionTime")]
    [DataRow("""{"daysRepeatPeriod":0}""", "daysRepeatPeriod")]
    [DataRow("""{"detailedDailySchedules":[{},{"repeatPause":59}]}""", "detailedDailySchedules[1].repeatPause")]
    public void What_is_probably_not_meant_is_told(string schedule, string property)
    {
        var warning = CalendarWarnings.Of(CalendarBench.Schedule(schedule)).Should().ContainSingle().Subject;

        warning.Property.Should().Be(property);
        warning.MessageRu.Should().NotBeEmpty().And.NotBe(warning.Message);
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("""{"repeatPeriodInDay":60,"repeatPause":60}""")]
    [DataRow("""{"beginTime":"20:00","endTime":"08:00","repeatPeriodInDay":3600}""")]
    [DataRow("""{"beginTime":"20:00","completionTime":"08:00"}""")]
    [DataRow("""{"daysRepeatPeriod":0,"beginDate":"2026-03-10"}""")]
    [DataRow("""{"repeatPause":5,"detailedDailySchedules":[{}]}""")]
    public void What_is_meant_is_not_warned_of(string schedule) => CalendarWarnings.Of(CalendarBench.Schedule(schedule)).Should().BeEmpty();
}
