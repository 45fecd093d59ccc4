namespace Unit.Tests.Storage;

/// <summary>The same store in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresBackgroundStoreTests : SqlBackgroundStoreTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
