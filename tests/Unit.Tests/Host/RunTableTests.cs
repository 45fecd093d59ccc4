using Server.Api;
using ServerJobs;

namespace Unit.Tests.Host;

[TestClass]
public sealed class RunTableTests
{
    private static readonly JobRun Run = new("r-1", "job", "Имя, с запятой", "A:B", JobTrigger.Schedule, new DateTimeOffset(2026, 5, 31, 14, 0, 0, TimeSpan.FromHours(3)))
    {
        Outcome = JobOutcome.TimedOut,
        Elapsed = TimeSpan.FromMilliseconds(1500),
        Message = "=cmd|' /C calc'!A0",
        MessageRu = "первая строка\nвторая \"строка\"",
        MessageCount = 2,
    };

    [TestMethod]
    [DataRow("plain", "plain")]
    [DataRow("", "")]
    [DataRow(null, "")]
    [DataRow("two words", "\"two words\"")]
    [DataRow("a;b", "\"a;b\"")]
    [DataRow("a,b", "\"a,b\"")]
    [DataRow("say \"no\"", "\"say \"\"no\"\"\"")]
    [DataRow("=1+1", "\"'=1+1\"")]
    [DataRow("+7 900", "\"'+7 900\"")]
    [DataRow("-1", "\"'-1\"")]
    [DataRow("@SUM(A1)", "\"'@SUM(A1)\"")]
    [DataRow("\t=1", "\"'\t=1\"")]
    [DataRow("  =1", "\"'  =1\"")]
    [DataRow("＝1", "\"'＝1\"")]
    public void A_field_is_quoted_where_it_must_be_and_is_never_a_formula(string? text, string field) => RunTable.Field(text).Should().Be(field);

    [TestMethod]
    public void A_row_has_a_field_for_each_column()
    {
        var table = new RunTable(null);

        var columns = table.Head.TrimEnd().Split(',');
        var row = table.Row(Run with { JobName = "Имя", Message = "text" }).TrimEnd().Split(',');

        row.Should().HaveSameCount(columns);
        columns.Zip(row).Should().Contain([("id", "r-1"), ("state", "Failed"), ("outcome", "TimedOut"), ("\"startedAt (UTC)\"", "\"2026-05-31 11:00:00.000\""), ("\"endedAt (UTC)\"", "\"2026-05-31 11:00:01.500\""), ("elapsedMs", "1500"), ("messageCount", "2")]);
    }

    [TestMethod]
    public void Semicolons_part_the_fields_of_a_Russian_table()
    {
        var row = new RunTable("ru").Row(Run);

        row.Should().StartWith("r-1;\"Имя, с запятой\";;job;A:B;Schedule;Failed;TimedOut;").And.Contain(";\"первая строка\nвторая \"\"строка\"\"\";false;2;").And.EndWith("\r\n");
    }
}
