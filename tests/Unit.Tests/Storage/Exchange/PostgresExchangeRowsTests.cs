namespace Unit.Tests.Storage.Exchange;

/// <summary>The same in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresExchangeRowsTests : SqlExchangeRowsTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
