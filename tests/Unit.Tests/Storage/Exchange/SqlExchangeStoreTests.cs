using Connectors.Exchange;
using Server.Storage;
using TestKit.Exchange;

namespace Unit.Tests.Storage.Exchange;

/// <summary>The contract of the exchange's store, in a file.</summary>
[TestClass]
public class SqlExchangeStoreTests : ExchangeStoreContract, IDisposable
{
    private TemporaryHome? home;
    private SqlExchangeStore? store;

    protected override IExchangeStore Store => store!;

    private protected TemporaryHome Home => home!;

    [TestInitialize]
    public async Task PrepareAsync()
    {
        home = new TemporaryHome(await ConnectionStringAsync());
        store = new SqlExchangeStore(home.Database, home.Options, home.Time);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);

    protected virtual void Dispose(bool disposing) => home?.Dispose();
}
