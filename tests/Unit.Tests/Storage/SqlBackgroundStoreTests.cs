using Server.Storage;
using ServerJobs.Background;
using TestKit;

namespace Unit.Tests.Storage;

[TestClass]
public class SqlBackgroundStoreTests : BackgroundStoreContract, IDisposable
{
    private TemporaryHome? home;
    private SqlBackgroundStore? store;

    protected override IBackgroundStore Store => store!;

    [TestInitialize]
    public async Task PrepareAsync()
    {
        home = new TemporaryHome(await ConnectionStringAsync());
        store = new SqlBackgroundStore(home.Database, home.Time);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);

    protected virtual void Dispose(bool disposing) => home?.Dispose();
}
