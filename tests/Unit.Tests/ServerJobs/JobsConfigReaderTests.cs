using System.Text;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobsConfigReaderTests
{
    [TestMethod]
    public void A_whole_entry_is_read()
    {
        var config = Read("""
            {
              // Comments and trailing commas are allowed.
              "jobs": [
                { "id": "Ночной обмен", "name": "Обмен с 1С ночью", "call": "Обмен : Выполнить обмен", "period": "24:00:00", "enabled": false,
                  "runAtStart": true, "timeout": "0:05:00", "retries": { "count": 2, "delay": "0:00:10" }, },
              ],
            }
            """);

        config.Problems.Should().BeEmpty();
        config.Jobs.Should().ContainSingle().Which.Should().Be(new ServerJob("Ночной обмен", "Обмен с 1С ночью", new("Обмен", "Выполнить обмен"), JobPeriod.Parse("24:00:00", ""))
        {
            Enabled = false,
            RunAtStart = true,
            Timeout = JobPeriod.Parse("0:05:00", ""),
            Retries = new JobRetries(2, TimeSpan.FromSeconds(10)),
        });
    }

    [TestMethod]
    public void A_short_entry_has_the_defaults()
    {
        var job = Read("""{"jobs":[{"id":"a","call":"A:B","period":"0:00:30"}]}""").Jobs.Should().ContainSingle().Subject;

        job.Should().Be(new ServerJob("a", "a", new("A", "B"), JobPeriod.Parse("0:00:30", "a")));
        job.Enabled.Should().BeTrue();
    }

    [TestMethod]
    public void All_errors_are_reported_together_and_right_entries_stay()
    {
        var config = Read("""
            {"jobs":[
              {"id":"good","call":"A:B","period":"1:00:00"},
              {"id":"плохое","name":7,"call":"A","period":30,"enabled":"yes","retries":{"count":1001,"delay":"5","extra":1},"colour":"red"},
              {"call":"A:B","period":"1:00:00"},
              {"id":"GOOD","call":"A:B","period":"1:00:00"},
              "text",
              {"id":"last","call":"A:B","period":"0:00:01","period":"0:00:02"}
            ], "pause": true}
            """);

        config.Jobs.Select(job => job.Id).Should().Equal("good");
        config.Problems.Select(problem => problem.Path).Should().BeEquivalentTo(
            "pause", "jobs[1].colour", "jobs[1].name", "jobs[1].call", "jobs[1].period", "jobs[1].enabled", "jobs[1].retries.count",
            "jobs[1].retries.delay", "jobs[1].retries.extra", "jobs[2].id", "jobs[3].id", "jobs[4]", "jobs[5].period");
    }

    [TestMethod]
    public void A_problem_names_file_path_job_value_and_what_is_allowed()
    {
        var problem = Read("""{"jobs":[{"id":"Обмен","call":"A:B","period":"0:90:00"}]}""").Problems.Should().ContainSingle().Subject;

        problem.Message.Should().Be($"jobs.json: jobs[0].period (job 'Обмен') is \"0:90:00\"; expected: {JobPeriod.Format}.");
        problem.MessageRu.Should().Be($"jobs.json: jobs[0].period (задание «Обмен») - указано \"0:90:00\"; нужно: {JobPeriod.FormatRu}.");
    }

    [TestMethod]
    [DataRow("", "not JSON")]
    [DataRow("{\"jobs\":[", "not JSON, line 1")]
    [DataRow("[]", "'jobs'")]
    [DataRow("{\"jobs\":{}}", "'jobs'")]
    public void A_file_that_is_wrong_as_a_whole_is_an_exception(string text, string reason)
    {
        var reading = () => Read(text);

        reading.Should().Throw<JobsConfigException>().WithMessage($"jobs.json:*{reason}*");
    }

    [TestMethod]
    public void A_byte_order_mark_is_no_error() => Read("\uFEFF{\"jobs\":[]}").Jobs.Should().BeEmpty();

    private static JobsConfig Read(string text) => JobsConfigReader.Read(Encoding.UTF8.GetBytes(text), "jobs.json");
}
