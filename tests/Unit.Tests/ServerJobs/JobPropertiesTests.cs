using System.Text;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

/// <summary>The properties of an entry of <c>jobs.json</c>, and everything that can be wrong with them.</summary>
[TestClass]
public sealed class JobPropertiesTests
{
    [TestMethod]
    public void An_entry_with_every_property_is_read()
    {
        var config = Read("""
            {"timeZone":"Europe/Moscow","jobs":[{
              "id":"a","title":"Обмен","call":"A:B","key":"склад","schedule":{"beginTime":"03:00:00","daysRepeatPeriod":1},"use":false,"predefined":true,"parameters":["x",1],
              "user":"Обменник","runAtStart":true,"timeout":"0:05:00","retries":{"count":0,"interval":15},"jitter":5,"pause":{"reason":"Ремонт","until":"2026-06-01T00:00:00+03:00"},"overlap":"cancel"}]}
            """);

        config.Problems.Should().BeEmpty();
        var job = config.Jobs.Should().ContainSingle().Subject;
        job.Should().BeEquivalentTo(new
        {
            Name = "Обмен", Key = "склад", Enabled = false, Predefined = true, User = "Обменник", RunAtStart = true, Retries = new JobRetries(0, TimeSpan.FromSeconds(15)),
            Jitter = TimeSpan.FromSeconds(5), Overlap = JobOverlap.Cancel, Pause = new FilePause("Ремонт", new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(3))),
        });
        job.Timetable.Zone!.Id.Should().Be("Europe/Moscow");
        job.Timetable.Calendar!.BeginTime.Should().Be(TimeSpan.FromHours(3));
        job.Parameters.ToArgs().Select(arg => (arg.Name, arg.Value)).Should().Equal(("", (object?)"x"), ("", 1L));
    }

    [TestMethod]
    public void An_entry_read_twice_is_equal() => Read(Entry("\"period\":\"1:00:00\",\"parameters\":{\"a\":[1]}")).Jobs.Should().Equal(Read(Entry("\"period\":\"1:00:00\",\"parameters\":{\"a\":[1]}")).Jobs);

    [TestMethod]
    [DataRow("\"period\":\"0:00:01\"", JobOverlap.Skip)]
    [DataRow("\"schedule\":{}", JobOverlap.Queue)]
    public void The_default_overlap_is_that_of_the_timetable(string timetable, JobOverlap overlap) => Read(Entry(timetable)).Jobs.Single().EffectiveOverlap.Should().Be(overlap);

    [TestMethod]
    [DataRow("\"period\":\"1:00:00\",\"schedule\":{}", "schedule", "either period or schedule")]
    [DataRow("\"enabled\":true", "period", "hours:minutes:seconds")]
    [DataRow("\"period\":\"0:00:00\"", "period", "at least 0:00:01")]
    [DataRow("\"period\":\"-1:00:00\"", "period", "hours 0..999")]
    [DataRow("\"period\":\"1000:00:00\"", "period", "hours 0..999")]
    [DataRow("\"period\":3600", "period", "hours:minutes:seconds")]
    [DataRow("\"schedule\":{\"beginDate\":\"2026-03-02\",\"endDate\":\"2026-03-01\"}", "schedule.endDate", "beginDate")]
    [DataRow("\"schedule\":{\"repeatPeriodInDay\":-1}", "schedule.repeatPeriodInDay", "0..86399")]
    [DataRow("\"schedule\":{\"colour\":1}", "schedule.colour", "beginDate")]
    [DataRow("\"schedule\":5", "schedule", "object")]
    [DataRow("\"period\":\"1:00:00\",\"name\":\"x\",\"title\":\"y\"", "title", "either name or title")]
    [DataRow("\"period\":\"1:00:00\",\"enabled\":true,\"use\":true", "use", "either enabled or use")]
    [DataRow("\"period\":\"1:00:00\",\"retries\":{\"count\":-1,\"interval\":1}", "retries.count", "0..1000")]
    [DataRow("\"period\":\"1:00:00\",\"retries\":{\"count\":1,\"interval\":-1}", "retries.interval", "0..2592000")]
    [DataRow("\"period\":\"1:00:00\",\"retries\":{\"count\":1,\"interval\":1,\"delay\":\"0:00:01\"}", "retries.delay", "either interval or delay")]
    [DataRow("\"period\":\"1:00:00\",\"jitter\":3600", "jitter", "less than the period")]
    [DataRow("\"schedule\":{\"daysRepeatPeriod\":1,\"repeatPeriodInDay\":600},\"jitter\":600", "jitter", "less than repeatPeriodInDay")]
    [DataRow("\"period\":\"1:00:00\",\"jitter\":-1", "jitter", "0..86400")]
    [DataRow("\"schedule\":{\"daysRepeatPeriod\":1},\"catchUp\":\"1:00:00\"", "catchUp", "a calendar itself")]
    [DataRow("\"period\":\"1:00:00\",\"overlap\":\"parallel\"", "overlap", "skip, queue or cancel")]
    [DataRow("\"period\":\"1:00:00\",\"parameters\":\"x\"", "parameters", "a list of values")]
    [DataRow("\"period\":\"1:00:00\",\"parameters\":[{\"$type\":\"binary\",\"value\":5}]", "parameters", "[0]")]
    [DataRow("\"period\":\"1:00:00\",\"pause\":{}", "pause.reason", "1 to 500")]
    [DataRow("\"period\":\"1:00:00\",\"pause\":{\"reason\":\"r\",\"until\":\"tomorrow\"}", "pause.until", "offset")]
    [DataRow("\"period\":\"1:00:00\",\"pause\":{\"reason\":\"r\",\"until\":\"3000-01-01T00:00:00Z\"}", "pause.until", "up to the year 2125")]
    [DataRow("\"period\":\"1:00:00\",\"timeout\":\"60.00:00:00\"", "timeout", "at most 30 days")]
    [DataRow("\"period\":\"1:00:00\",\"retries\":{\"count\":1,\"delay\":\"31.00:00:00\"}", "retries.delay", "at most 30 days")]
    [DataRow("\"period\":\"1:00:00\",\"retries\":{\"count\":1,\"interval\":\"999:00:00\"}", "retries.interval", "0..2592000")]
    [DataRow("\"schedule\":{\"daysRepeatPeriod\":1,\"completionInterval\":9999999}", "schedule.completionInterval", "0..2592000")]
    [DataRow("\"period\":\"1:00:00\",\"timeout\":\"0:00:00\"", "timeout", "at least 0:00:01")]
    [DataRow("\"period\":\"1:00:00\",\"key\":5", "key", "128")]
    [DataRow("\"period\":\"1:00:00\",\"runAtStart\":\"yes\"", "runAtStart", "true or false")]
    public void What_is_wrong_is_named_with_path_and_range_and_the_other_jobs_run(string fields, string path, string expected)
    {
        var config = Read(Entry(fields, """,{"id":"good","call":"A:B","period":"1:00:00"}"""));

        config.Jobs.Select(job => job.Id).Should().Equal("good");
        var problem = config.Problems.Should().ContainSingle().Subject;
        problem.Path.Should().Be($"jobs[0].{path}");
        problem.JobId.Should().Be("a");
        problem.Expected.Should().Contain(expected);
        problem.ExpectedRu.Should().NotBeEmpty();
    }

    [TestMethod]
    [DataRow("\"timeZone\":\"Europe/Nowhere\",", "timeZone")]
    [DataRow("\"timeZone\":3,", "timeZone")]
    [DataRow("", "jobs[0].schedule")]
    public void Without_a_known_zone_calendars_are_refused_and_periods_run(string zone, string path)
    {
        var config = Read($$"""{{{zone}}"jobs":[{"id":"a","call":"A:B","schedule":{} },{"id":"b","call":"A:B","period":"1:00:00"}]}""");

        config.Jobs.Select(job => job.Id).Should().Equal("b");
        config.Problems.Select(problem => problem.Path).Should().Contain(path).And.Contain("jobs[0].schedule");
    }

    [TestMethod]
    public void An_unknown_zone_is_named() =>
        Read("""{"timeZone":"Europe/Nowhere","jobs":[]}""").Problems.Should().ContainSingle().Which.Message.Should().Contain("timeZone is \"Europe/Nowhere\"").And.Contain("Europe/Moscow");

    [TestMethod]
    public void What_is_only_doubtful_is_a_warning_and_the_job_is_in_force()
    {
        var config = Read(Entry("\"schedule\":{\"repeatPeriodInDay\":5,\"daysRepeatPeriod\":1}"));

        config.Jobs.Should().ContainSingle();
        var warning = config.Problems.Should().ContainSingle().Subject;
        (warning.IsWarning, warning.Path).Should().Be((true, "jobs[0].schedule.repeatPeriodInDay"));
        warning.Message.Should().StartWith("jobs.json: jobs[0].schedule.repeatPeriodInDay (job 'a'): ");
    }

    private static string Entry(string fields, string more = "") => $$"""{"timeZone":"Europe/Moscow","jobs":[{"id":"a","call":"A:B",{{fields}}}{{more}}]}""";

    private static JobsConfig Read(string text) => JobsConfigReader.Read(Encoding.UTF8.GetBytes(text), "jobs.json");
}
