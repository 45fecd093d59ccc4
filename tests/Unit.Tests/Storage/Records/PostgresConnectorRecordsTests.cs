namespace Unit.Tests.Storage.Records;

/// <summary>The same store in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresConnectorRecordsTests : SqlConnectorRecordsTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
