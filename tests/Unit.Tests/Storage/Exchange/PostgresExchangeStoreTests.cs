using Connectors.Exchange;
using Server.Storage;

namespace Unit.Tests.Storage.Exchange;

/// <summary>The same store in PostgreSQL, with a second server on it.</summary>
[TestClass]
public sealed class PostgresExchangeStoreTests : SqlExchangeStoreTests
{
    private readonly Lock gate = new();
    private TemporaryHome? other;
    private SqlExchangeStore? second;

    protected override IExchangeStore Other
    {
        get
        {
            lock (gate)
            {
                other ??= new TemporaryHome(Home.Options.ConnectionString);
                return second ??= new SqlExchangeStore(other.Database, other.Options, other.Time);
            }
        }
    }

    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();

    protected override void Dispose(bool disposing)
    {
        other?.Dispose();
        base.Dispose(disposing);
    }
}
