namespace Unit.Tests.Storage;

/// <summary>The same store in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresReplayStoreTests : SqlReplayStoreTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
