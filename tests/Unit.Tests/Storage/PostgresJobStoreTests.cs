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

    [TestMethod]
    public async Task Half_a_character_in_a_text_holds_up_no_row()
    {
        var run = new JobRun("1", "a", "a", "A:B", JobTrigger.Manual, Home.Time.GetUtcNow()) { StartedBy = "Иван\uD83D" };
        await Store.BeginAsync(run, default);
        await Store.CompleteAsync(run with { Outcome = JobOutcome.Failed, Message = "Обрезано: \uD83D", Detail = "нуль \0" }, default);
        await Store.SavePauseAsync("a", new JobPause("\uDE00", "Иван\0", Home.Time.GetUtcNow()), default);

        (await Store.FindAsync("1", default))!.Message.Should().Be("Обрезано: \uFFFD");
        (await Store.ReadStatesAsync(default)).Single().Pause!.By.Should().Be("Иван");
    }

    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
