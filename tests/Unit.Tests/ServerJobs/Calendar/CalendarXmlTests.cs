using System.Text;
using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

[TestClass]
public sealed class CalendarXmlTests
{
    private const string Weekdays = """
        <JobSchedule xmlns="http://v8.1c.ru/8.3/xcf/extrnprops" xmlns:e="http://v8.1c.ru/8.1/data/enterprise" version="2.20">
          <Schedule BeginDate="0001-01-01" EndDate="0001-01-01" BeginTime="09:00:00" EndTime="18:00:00"
                    CompletionTime="00:00:00" CompletionInterval="0" RepeatPeriodInDay="900" RepeatPause="0"
                    WeekDayInMonth="0" DayInMonth="0" WeeksPeriod="1" DaysRepeatPeriod="1">
            <e:WeekDays>1 2 3 4 5</e:WeekDays>
            <e:Months>1 2 3 4 5 6 7 8 9 10 11 12</e:Months>
          </Schedule>
        </JobSchedule>
        """;

    private static readonly CalendarSchedule Expected = CalendarBench.Schedule("""{"beginTime":"09:00","endTime":"18:00","repeatPeriodInDay":900,"weekDays":[1,2,3,4,5],"months":[1,2,3,4,5,6,7,8,9,10,11,12]}""");

    [TestMethod]
    public void The_form_of_1C_is_read() => CalendarXml.Read(Weekdays).Should().Be(Expected);

    [TestMethod]
    public void A_byte_order_mark_is_allowed_in_text_and_stream()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Weekdays)]);

        CalendarXml.Read("\uFEFF" + Weekdays).Should().Be(Expected);
        CalendarXml.Read(stream).Should().Be(Expected);
    }

    [TestMethod]
    public void Prefixes_and_unknown_attributes_do_not_matter_and_what_is_missing_is_not_set() =>
        CalendarXml.Read("""
            <a:JobSchedule xmlns:a="http://v8.1c.ru/8.3/xcf/extrnprops" xmlns="http://v8.1c.ru/8.1/data/enterprise">
              <a:Schedule BeginTime="09:00:00" WeeksPeriod="0" Colour="red"><WeekDays/></a:Schedule>
            </a:JobSchedule>
            """).Should().Be(new CalendarSchedule { BeginTime = TimeSpan.FromHours(9), WeeksPeriod = 1 });

    [TestMethod]
    public void Of_detailed_rows_only_the_six_times_are_read()
    {
        var schedule = CalendarXml.Read("""
            <JobSchedule xmlns="http://v8.1c.ru/8.3/xcf/extrnprops" xmlns:e="http://v8.1c.ru/8.1/data/enterprise">
              <Schedule DaysRepeatPeriod="1">
                <e:DetailedDailySchedules BeginDate="0001-01-01" BeginTime="01:00:00" EndTime="02:00:00" CompletionTime="03:00:00" CompletionInterval="4" RepeatPeriodInDay="500" RepeatPause="60" DaysRepeatPeriod="0" WeeksPeriod="7">
                  <e:WeekDays>3</e:WeekDays><e:Months/>
                </e:DetailedDailySchedules>
                <e:DetailedDailySchedules BeginTime="14:00:00"/>
              </Schedule>
            </JobSchedule>
            """);

        schedule.WeekDays.Should().BeEmpty();
        schedule.DetailedDailySchedules.Should().Equal(
            new CalendarRow
            {
                BeginTime = TimeSpan.FromHours(1),
                EndTime = TimeSpan.FromHours(2),
                CompletionTime = TimeSpan.FromHours(3),
                CompletionInterval = TimeSpan.FromSeconds(4),
                RepeatPeriodInDay = TimeSpan.FromSeconds(500),
                RepeatPause = TimeSpan.FromMinutes(1),
            },
            new CalendarRow { BeginTime = TimeSpan.FromHours(14) });
    }

    [TestMethod]
    public void A_file_is_written_with_a_byte_order_mark_and_read_back()
    {
        using var stream = new MemoryStream();
        CalendarXml.Write(Expected, stream);

        stream.ToArray().Should().StartWith(Encoding.UTF8.GetPreamble());
        CalendarXml.Read(new MemoryStream(stream.ToArray())).Should().Be(Expected);
    }

    [TestMethod]
    public void A_row_is_written_with_the_whole_set_of_attributes()
    {
        var written = CalendarXml.Write(CalendarBench.Schedule("""{"detailedDailySchedules":[{"beginTime":"01:00"}]}"""));

        written.Should().Contain("""<e:DetailedDailySchedules BeginDate="0001-01-01" EndDate="0001-01-01" BeginTime="01:00:00" EndTime="00:00:00" CompletionTime="00:00:00" CompletionInterval="0" RepeatPeriodInDay="0" RepeatPause="0" WeekDayInMonth="0" DayInMonth="0" WeeksPeriod="0" DaysRepeatPeriod="0">""");
        written.Should().Contain("""DaysRepeatPeriod="1">""");
    }

    [TestMethod]
    [DataRow("""<JobSchedule><Schedule BeginTime="25:00:00"/></JobSchedule>""", "Schedule.BeginTime*'25:00:00'*00:00:00..23:59:59*", "*указано «25:00:00»*время суток*")]
    [DataRow("""<JobSchedule><Schedule RepeatPeriodInDay="86400"/></JobSchedule>""", "Schedule.RepeatPeriodInDay*'86400'*0..86399*", "*целое число 0..86399*")]
    [DataRow("""<JobSchedule><Schedule RepeatPause="-5"/></JobSchedule>""", "Schedule.RepeatPause*'-5'*0..*", "*«-5»*целое число*")]
    [DataRow("""<JobSchedule><Schedule BeginDate="2026-03-01" EndDate="2026-02-01"/></JobSchedule>""", "Schedule.EndDate*'2026-02-01'*not before BeginDate 2026-03-01*", "*не раньше BeginDate 2026-03-01*")]
    [DataRow("""<JobSchedule><Schedule><WeekDays>1 9</WeekDays></Schedule></JobSchedule>""", "Schedule.WeekDays*'9'*1..7*", "*«9»*1..7*")]
    [DataRow("""<JobSchedule><Schedule><DetailedDailySchedules EndTime="x"/></Schedule></JobSchedule>""", "DetailedDailySchedules.EndTime*'x'*", "*«x»*")]
    [DataRow("<Other/>", "*root element 'Other'*JobSchedule*", "*«Other»*JobSchedule*")]
    [DataRow("<JobSchedule/>", "*JobSchedule with an element Schedule inside*", "*с элементом Schedule внутри*")]
    [DataRow("""<!DOCTYPE a [<!ENTITY b "c">]><JobSchedule><Schedule/></JobSchedule>""", "*not XML that may be read here*DTD*", "*не XML*")]
    [DataRow("BeginTime=09:00", "*not XML*", "*не XML*")]
    [DataRow("", "*not XML*", "*не XML*")]
    public void What_is_no_schedule_is_told_in_one_sentence(string xml, string message, string messageRu)
    {
        var reading = () => CalendarXml.Read(xml);

        reading.Should().Throw<CalendarFormatException>().WithMessage(message).And.MessageRu.Should().Match(messageRu);
    }
}
