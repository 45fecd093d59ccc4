using System.Globalization;
using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarTextTests
{
    [TestMethod]
    [DataRow("""{"beginTime":"09:00","endTime":"18:00","repeatPeriodInDay":900}""", "каждый день; с 9:00:00 до 18:00:00; каждые 15 минут", "every day; from 9:00:00 to 18:00:00; every 15 minutes")]
    [DataRow("{}", "каждый день; один раз в день", "every day; once a day")]
    [DataRow("""{"repeatPeriodInDay":60,"repeatPause":3600}""", "каждый день; каждую минуту; с паузой в 1 час", "every day; every minute; pausing 1 hour")]
    [DataRow("""{"repeatPeriodInDay":7200,"completionInterval":61}""", "каждый день; каждые 2 часа; не дольше, чем 61 секунду", "every day; every 2 hours; for at most 61 seconds")]
    [DataRow("""{"daysRepeatPeriod":0,"beginDate":"2026-03-10","beginTime":"12:00"}""", "только в один день; с 10.03.2026; с 12:00:00; один раз в день", "on one day only; from 2026-03-10; from 12:00:00; once a day")]
    [DataRow("""{"daysRepeatPeriod":3,"weeksPeriod":2,"weekDays":[1,3],"months":[1,12]}""", "каждые 3 дня; каждые 2 недели; пн, ср; янв, дек; один раз в день", "every 3 days; every 2 weeks; Mon, Wed; Jan, Dec; once a day")]
    [DataRow("""{"dayInMonth":5,"weekDayInMonth":2}""", "каждый день; 5-го числа; 2-й такой день недели в месяце; один раз в день", "every day; on day 5 of the month; such weekday number 2 of the month; once a day")]
    [DataRow("""{"dayInMonth":-1,"weekDayInMonth":-1}""", "каждый день; в последний день месяца; последний такой день недели в месяце; один раз в день", "every day; on the last day of the month; the last such weekday of the month; once a day")]
    [DataRow("""{"dayInMonth":-2}""", "каждый день; в 2-й день с конца месяца; один раз в день", "every day; on day 2 from the end of the month; once a day")]
    [DataRow("""{"beginTime":"20:00","completionTime":"08:00","endDate":"2026-12-31"}""", "каждый день; по 31.12.2026; с 20:00:00; один раз в день; завершить в 8:00:00 следующего дня", "every day; to 2026-12-31; from 20:00:00; once a day; ended at 8:00:00 of the next day")]
    [DataRow("""{"detailedDailySchedules":[{"beginTime":"01:00"},{"beginTime":"14:00"}]}""", "каждый день; с 1:00:00; один раз в день; а также с 14:00:00; один раз в день", "every day; from 1:00:00; once a day; also from 14:00:00; once a day")]
    public void A_schedule_is_told_in_a_line(string schedule, string russian, string english)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

        CalendarText.DescribeRu(CalendarBench.Schedule(schedule)).Should().Be(russian);
        CalendarText.Describe(CalendarBench.Schedule(schedule)).Should().Be(english);
    }

    [TestMethod]
    [DataRow(1, "каждую секунду")]
    [DataRow(2, "каждые 2 секунды")]
    [DataRow(5, "каждые 5 секунд")]
    [DataRow(11, "каждые 11 секунд")]
    [DataRow(21, "каждые 21 секунду")]
    [DataRow(112, "каждые 112 секунд")]
    [DataRow(3600, "каждый час")]
    [DataRow(18000, "каждые 5 часов")]
    public void Russian_numbers_have_their_forms(int seconds, string expected) =>
        CalendarText.DescribeRu(new CalendarSchedule { DaysRepeatPeriod = 1, RepeatPeriodInDay = TimeSpan.FromSeconds(seconds) }).Should().Be($"каждый день; {expected}");
}
