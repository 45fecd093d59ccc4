using Server.Storage;
using ServerJobs;
using TestKit;

namespace Unit.Tests.Storage;

[TestClass]
public class SqlJobStoreTests : JobStoreContract, IDisposable
{
    private TemporaryHome? created;
    private SqlJobStore? store;

    private protected TemporaryHome Home => created!;

    protected override IJobStore Store => store ??= new SqlJobStore(Home.Database, Home.Options);

    [TestMethod]
    public async Task Pause_and_open_runs_survive_a_restart()
    {
        var pause = new JobPause("Переучёт", "Сидоров", Home.Time.GetUtcNow());
        await Store.SavePauseAsync("Обмен", pause, default);
        await Store.BeginAsync(new JobRun("1", "Обмен", "Обмен", "A:B", JobTrigger.Schedule, Home.Time.GetUtcNow()) { Node = Home.Options.Node }, default);

        store = new SqlJobStore(Home.Reopen(), Home.Options);
        var closed = await store.CloseLostAsync(default);

        (await store.ReadStatesAsync(default)).Should().ContainSingle().Which.Pause.Should().Be(pause);
        closed.Should().Be(1);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [TestInitialize]
    public async Task PrepareAsync() => created = new TemporaryHome(await ConnectionStringAsync());

    protected virtual Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);

    protected virtual void Dispose(bool disposing) => created?.Dispose();
}
