namespace Unit.Tests.Storage;

/// <summary>A test of a store in a home of its own; a class that inherits it may bring a PostgreSQL database.</summary>
public abstract class StoreTest : IDisposable
{
    private TemporaryHome? home;

    private protected TemporaryHome Home => home!;

    [TestInitialize]
    public async Task PrepareAsync() => home = new TemporaryHome(await ConnectionStringAsync());

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual Task<string?> ConnectionStringAsync() => Task.FromResult<string?>(null);

    protected virtual void Dispose(bool disposing) => home?.Dispose();
}
