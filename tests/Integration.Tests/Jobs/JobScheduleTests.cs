using System.Text.Json;

namespace Integration.Tests.Jobs;

/// <summary>Timetables over HTTP: the next starts before and after saving, and the XML form of 1C.</summary>
[TestClass]
public sealed class JobScheduleTests
{
    private const string Jobs = """
        { "jobs": [
            { "id": "период", "call": "Hello:Greet", "period": "01:00:00" },
            { "id": "по расписанию", "call": "Hello:Greet", "period": "24:00:00", "enabled": false } ] }
        """;

    private const string Xml = """
        <JobSchedule xmlns="http://v8.1c.ru/8.3/xcf/extrnprops" xmlns:e="http://v8.1c.ru/8.1/data/enterprise" version="2.20">
          <Schedule BeginTime="09:00:00" EndTime="18:00:00" RepeatPeriodInDay="900" DaysRepeatPeriod="1">
            <e:WeekDays>1 2 3 4 5</e:WeekDays>
          </Schedule>
        </JobSchedule>
        """;

    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup { Jobs = Jobs });

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task Timetable_that_is_not_saved_shows_its_next_starts_and_what_it_means()
    {
        const string body = """
            {"schedule":{"daysRepeatPeriod":1,"beginTime":"09:00:00","endTime":"10:00:00","repeatPeriodInDay":1800,"weekDays":[1,2,3,4,5]},
             "timeZone":"Europe/Moscow","from":"2026-05-29T09:40:00+03:00","count":4,"runSeconds":60}
            """;

        var answer = await server.Client.PostAsync("/api/v1/jobs/preview", body, ("Accept-Language", "ru"));

        answer.Status.Should().Be(200, answer.Text);
        Starts(answer).Should().Equal("2026-05-29T09:40:00+03:00", "2026-06-01T09:00:00+03:00", "2026-06-01T09:30:00+03:00", "2026-06-01T10:00:00+03:00");
        answer.Json.GetProperty("text").GetString().Should().Contain("каждый день").And.Contain("пн");
        answer.Json.GetProperty("timeZone").GetString().Should().Be("Europe/Moscow");
    }

    [TestMethod]
    public async Task Preview_warns_of_what_was_probably_not_meant()
    {
        var answer = await server.Client.PostAsync("/api/v1/jobs/preview", """{"schedule":{"daysRepeatPeriod":1,"repeatPeriodInDay":5},"timeZone":"UTC"}""");

        Starts(answer).Should().HaveCount(10);
        answer.Json.GetProperty("warnings").EnumerateArray().Should().ContainSingle().Which.GetString().Should().Contain("repeatPeriodInDay");
    }

    [TestMethod]
    [DataRow("""{"schedule":{"dayInMonth":99,"weekDays":[8]},"timeZone":"UTC"}""", "dayInMonth")]
    [DataRow("""{"schedule":{"daysRepeatPeriod":1},"timeZone":"Mars/Base"}""", "Mars/Base")]
    [DataRow("""{"period":"soon"}""", "soon")]
    [DataRow("""{"period":"0:00:05","schedule":{}}""", "either")]
    [DataRow("""{}""", "either")]
    [DataRow("""{"period":"0:00:05","count":101}""", "count")]
    [DataRow("""{"period":"0:00:05","colour":1}""", "colour")]
    public async Task Timetable_that_is_wrong_is_refused_and_named(string body, string named)
    {
        var answer = await server.Client.PostAsync("/api/v1/jobs/preview", body);

        (answer.Status, answer.Code).Should().Be((400, "InvalidArguments"));
        answer.Text.Should().Contain(named);
    }

    [TestMethod]
    public async Task Period_shows_starts_one_period_apart()
    {
        var answer = await server.Client.GetAsync("/api/v1/jobs/" + Uri.EscapeDataString("период") + "/preview?count=3");

        var starts = answer.Json.GetProperty("starts").EnumerateArray().Select(start => start.GetDateTimeOffset()).ToList();
        starts.Should().HaveCount(3);
        (starts[1] - starts[0], starts[2] - starts[1]).Should().Be((TimeSpan.FromHours(1), TimeSpan.FromHours(1)));
        answer.Json.GetProperty("text").GetString().Should().Be("every 01:00:00");
    }

    [TestMethod]
    public async Task Schedule_comes_as_XML_of_1C_once_the_file_has_a_zone_and_goes_back_the_same()
    {
        var path = "/api/v1/jobs/" + Uri.EscapeDataString("по расписанию");
        (string, string?)[] headers = [("If-Match", "*"), ("Content-Type", "application/xml")];

        var early = await server.Client.SendAsync(HttpMethod.Put, path + "/schedule.xml", Xml, headers);
        var none = await server.Client.GetAsync(path + "/schedule.xml");
        var wrongZone = await server.Client.SendAsync(HttpMethod.Put, "/api/v1/jobs/time-zone", """{"timeZone":"Mars/Base"}""");
        var zone = await server.Client.SendAsync(HttpMethod.Put, "/api/v1/jobs/time-zone", """{"timeZone":"Europe/Moscow"}""");
        var put = await server.Client.SendAsync(HttpMethod.Put, path + "/schedule.xml", Xml, headers);
        var got = await server.Client.GetAsync(path + "/schedule.xml");
        var again = await server.Client.SendAsync(HttpMethod.Put, path + "/schedule.xml", got.Text, headers);
        var job = (await server.Client.GetAsync(path)).Json;
        var preview = await server.Client.GetAsync(path + "/preview");
        var json = await server.Client.SendAsync(HttpMethod.Put, path + "/schedule.xml", "{}", ("If-Match", "*"));
        var wrong = await server.Client.SendAsync(HttpMethod.Put, path + "/schedule.xml", Xml.Replace("09:00:00", "99:00:00", StringComparison.Ordinal), headers);

        (early.Status, none.Status, wrongZone.Status, zone.Status, put.Status, again.Status, wrong.Status).Should().Be((400, 409, 400, 200, 200, 200, 400));
        early.Message.Should().Contain("timeZone");
        got.ContentType.Should().Be("application/xml; charset=utf-8");
        job.GetProperty("definition").GetProperty("schedule").GetProperty("repeatPeriodInDay").GetInt32().Should().Be(900);
        job.GetProperty("definition").TryGetProperty("period", out _).Should().BeFalse();
        job.GetProperty("job").GetProperty("period").ValueKind.Should().Be(JsonValueKind.Null);
        job.GetProperty("revision").GetString().Should().Be(put.Json.GetProperty("revision").GetString()).And.Be(again.Json.GetProperty("revision").GetString(), "what was read and written is the same");
        Starts(preview).Should().HaveCount(10).And.OnlyContain(start => start.EndsWith("+03:00", StringComparison.Ordinal));
        wrong.Message.Should().Contain("BeginTime");
        (json.Status, json.Code).Should().Be((415, "UnsupportedMediaType"));
        json.Message.Should().Contain("application/xml");
    }

    private static List<string> Starts(Answer answer) => [.. answer.Json.GetProperty("starts").EnumerateArray().Select(start => start.GetString()!)];
}
