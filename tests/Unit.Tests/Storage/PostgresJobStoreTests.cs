using Server.Storage;
using ServerJobs;

namespace Unit.Tests.Storage;

/// <summary>The same store in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresJobStoreTests : SqlJobStoreTests
{
    [TestMethod]
    public async Task A_server_closes_its_own_open_runs_only()
    {
        var mine = new JobRun("1", "a", "a", "A:B", JobTrigger.Schedule, Home.Time.GetUtcNow()) { Node = Home.Options.Node };
        await Store.BeginAsync(mine, default);
        await Store.BeginAsync(mine with { Id = "2", Node = "another" }, default);

        var closed = await Store.CloseLostAsync(default);

        closed.Should().Be(1);
        (await Store.FindAsync("1", default))!.Outcome.Should().Be(JobOutcome.Lost);
        (await Store.FindAsync("2", default))!.Outcome.Should().BeNull();
    }

    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
