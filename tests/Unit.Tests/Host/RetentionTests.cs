using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Server.Operations;
using Server.Storage;
using ServerJobs;
using Unit.Tests.Host.Operations;
using Unit.Tests.Storage;

namespace Unit.Tests.Host;

[TestClass]
public sealed class RetentionTests : IDisposable
{
    private readonly TemporaryHome home = new();

    [TestMethod]
    public async Task The_operation_of_the_server_removes_runs_and_replay_keys_that_are_over_their_time()
    {
        var jobs = new SqlJobStore(home.Database, home.Options);
        var replays = new SqlReplayStore(home.Database, home.Options, home.Time);
        await jobs.CompleteAsync(Run("1"), CancellationToken.None);
        await replays.TryBeginAsync("old", [1], CancellationToken.None);
        home.Time.Advance(TimeSpan.FromDays(31));
        await jobs.CompleteAsync(Run("2"), CancellationToken.None);
        await replays.TryBeginAsync("new", [1], CancellationToken.None);
        var connector = new ServerOperationConnector(new NoOperations(), new OperationLocks(home.Time, TimeSpan.FromSeconds(20)), new OwnOperations([new Retention(jobs, replays, new SqlBackgroundStore(home.Database, home.Time), new SqlExchangeStore(home.Database, home.Options, home.Time), new RetentionTimes(TimeSpan.FromDays(30), 1000, TimeSpan.FromDays(365)), home.Time)]));

        var result = await connector.InvokeAsync(new InvokeArgs(ConnectorCall.ServerOperations, "", "removeOldRecords"), CancellationToken.None);

        result.Value.Should().BeEquivalentTo(new ConnectorRecord { { "runs", 1L }, { "replayKeys", 1L }, { "background", 0L }, { "exchange", 0L } });
        (await jobs.ListAsync(new JobRunQuery(10), CancellationToken.None)).Select(run => run.Id).Should().Equal("2");
    }

    public void Dispose() => home.Dispose();

    private JobRun Run(string id) => new(id, "a", "a", "A:B", JobTrigger.Schedule, home.Time.GetUtcNow()) { Outcome = JobOutcome.Succeeded };
}
