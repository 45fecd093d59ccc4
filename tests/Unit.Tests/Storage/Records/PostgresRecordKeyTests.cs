namespace Unit.Tests.Storage.Records;

/// <summary>The same in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresRecordKeyTests : RecordKeyTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
