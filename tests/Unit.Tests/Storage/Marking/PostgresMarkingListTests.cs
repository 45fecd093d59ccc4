namespace Unit.Tests.Storage.Marking;

/// <summary>The same in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresMarkingListTests : MarkingListTests
{
    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
