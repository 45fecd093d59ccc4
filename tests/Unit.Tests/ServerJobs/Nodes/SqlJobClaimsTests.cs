using Server.Storage;
using ServerJobs;
using TestKit;
using Unit.Tests.Storage;

namespace Unit.Tests.ServerJobs;

/// <summary>The shared timetable in PostgreSQL; its clock is moved by an offset, for nobody sets the clock of a database here.</summary>
[TestClass]
public sealed class SqlJobClaimsTests : JobClaimsContract, IDisposable
{
    private readonly TemporaryHome home = new();
    private SqlJobClaims? claims;
    private SqlJobStore? store;

    protected override IJobClaims Claims => claims!;

    protected override IJobStore Store => store!;

    [TestInitialize]
    public async Task OpenAsync()
    {
        home.Options.Provider = StorageProvider.PostgreSql;
        home.Options.ConnectionString = await PostgresDatabase.CreateAsync();
        claims = home.Database.Claims();
        store = new SqlJobStore(home.Database, home.Options);
    }

    protected override void Advance(TimeSpan by) => claims!.Ahead += by;

    public void Dispose() => home.Dispose();
}
