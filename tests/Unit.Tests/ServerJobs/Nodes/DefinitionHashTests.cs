using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class DefinitionHashTests
{
    private const string Entry = """{"id":"a","name":"Обмен","call":"One:Run","schedule":{"beginTime":"09:00:00","weekDays":[1,5]},"parameters":["x",1]}""";

    [TestMethod]
    public void Equal_entries_have_equal_hashes_however_they_are_written() =>
        Of(Entry).Should().Be(Of("""{ "parameters" : ["x",1], "call":"One:Run", "name" : "Обмен", "id":"a", /* twice a week */ "schedule": { "weekDays":[1,5], "beginTime":"09:00:00" } }"""));

    [TestMethod]
    [DataRow("\"Обмен\"", "\"Обмен 2\"")]
    [DataRow("One:Run", "One:Stop")]
    [DataRow("09:00:00", "09:00:01")]
    [DataRow("[1,5]", "[1,4]")]
    [DataRow("[\"x\",1]", "[\"x\",2]")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"enabled\":false")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"key\":\"k\"")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"user\":\"u\"")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"timeout\":\"0:00:10\"")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"retries\":{\"count\":1,\"interval\":10}")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"overlap\":\"cancel\"")]
    [DataRow("\"id\":\"a\"", "\"id\":\"a\",\"pause\":{\"reason\":\"r\"}")]
    public void A_changed_entry_has_another_hash(string old, string changed) => Of(Entry.Replace(old, changed, StringComparison.Ordinal)).Should().NotBe(Of(Entry));

    private static string Of(string entry)
    {
        var read = JobsConfigReader.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"timeZone":"Europe/Moscow","jobs":[{{entry}}]}"""), "jobs.json");
        return DefinitionHash.Of(read.Jobs.Should().ContainSingle(because: string.Join(' ', read.Problems.Select(problem => problem.Message))).Subject);
    }
}
