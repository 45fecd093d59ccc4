namespace Unit.Tests.Storage;

/// <summary>The same events in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresDocumentEventsTests : SqlDocumentEventsTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
