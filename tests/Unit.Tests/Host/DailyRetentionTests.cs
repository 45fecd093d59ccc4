using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;
using Server.Operations;
using ServerJobs;
using Unit.Tests.ServerJobs;

namespace Unit.Tests.Host;

[TestClass]
public sealed class DailyRetentionTests : IDisposable
{
    private readonly JobBench bench = new();
    private readonly DailyRetention daily;

    public DailyRetentionTests() => daily = new DailyRetention(bench.Admin, bench.Invoker, bench.Time, bench.Loggers.CreateLogger<DailyRetention>());

    [TestMethod]
    [DataRow("ServerOperationConnector:RemoveOldRecords", true, 0)]
    [DataRow("serveroperationconnector: removeoldrecords", true, 0)]
    [DataRow("ServerOperationConnector:RemoveOldRecords", false, 1)]
    [DataRow("Stock:RemoveOldRecords", true, 1)]
    public async Task Old_records_are_removed_by_the_server_where_no_job_that_is_on_does_it(string call, bool enabled, int calls)
    {
        bench.Scheduler.Apply([JobBench.Job("a", "24:00:00") with { Call = ConnectorCall.Parse(call), Enabled = enabled }]);

        await daily.LookAsync();

        bench.Invoker.Calls.Should().HaveCount(calls);
        bench.Logger.Records.Count(record => record.Id == 6011).Should().Be(calls);
    }

    [TestMethod]
    public async Task It_looks_ten_minutes_after_the_start_and_then_once_a_day_until_the_stop()
    {
        var made = new List<int>();
        await daily.StartAsync(default);

        bench.Time.Advance(DailyRetention.First - TimeSpan.FromSeconds(1));
        made.Add(bench.Invoker.Calls.Count);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        made.Add(bench.Invoker.Calls.Count);
        bench.Time.Advance(DailyRetention.Every);
        made.Add(bench.Invoker.Calls.Count);
        await daily.StopAsync(default);
        bench.Time.Advance(DailyRetention.Every);
        made.Add(bench.Invoker.Calls.Count);

        made.Should().Equal(0, 1, 2, 2);
        bench.Invoker.Calls.First().Should().BeEquivalentTo(new { ConnectorId = ConnectorCall.ServerOperations, MethodName = Retention.Name });
    }

    [TestMethod]
    public async Task A_removal_that_fails_is_logged_and_ends_nothing()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(ConnectorErrorCode.Unavailable, "The database is away."));
        await daily.LookAsync();
        bench.Invoker.Answer = (_, _) => throw new InvalidOperationException("broken");

        await daily.LookAsync();

        bench.Logger.Records.Where(record => record.Id == 6012).Select(record => record.Level).Should().Equal(LogLevel.Error, LogLevel.Error);
    }

    public void Dispose()
    {
        daily.Dispose();
        bench.Dispose();
    }
}
