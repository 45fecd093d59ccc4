namespace Unit.Tests.Storage.Marking;

/// <summary>The same store in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresMarkingCodeStoreTests : SqlMarkingCodeStoreTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
