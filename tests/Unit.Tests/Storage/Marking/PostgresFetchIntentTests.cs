namespace Unit.Tests.Storage.Marking;

/// <summary>The same in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresFetchIntentTests : FetchIntentTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
