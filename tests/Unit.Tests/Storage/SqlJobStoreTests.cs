using Server.Storage;
using ServerJobs;
using TestKit;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class SqlJobStoreTests : JobStoreContract, IDisposable
{
    private readonly TemporaryHome home = new();
    private SqlJobStore? store;

    protected override IJobStore Store => store ??= new SqlJobStore(home.Database);

    [TestMethod]
    public async Task Pause_and_open_runs_survive_a_restart()
    {
        var pause = new JobPause("Переучёт", "Сидоров", home.Time.GetUtcNow());
        await Store.SavePauseAsync("Обмен", pause, default);
        await Store.BeginAsync(new JobRun("1", "Обмен", "Обмен", "A:B", JobTrigger.Schedule, home.Time.GetUtcNow()), default);

        store = new SqlJobStore(home.Reopen());
        var closed = await store.CloseLostAsync(default);

        (await store.ReadStatesAsync(default)).Should().ContainSingle().Which.Pause.Should().Be(pause);
        closed.Should().Be(1);
    }

    public void Dispose() => home.Dispose();
}
