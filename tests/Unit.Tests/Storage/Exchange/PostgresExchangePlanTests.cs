namespace Unit.Tests.Storage.Exchange;

/// <summary>The same in PostgreSQL.</summary>
[TestClass]
public sealed class PostgresExchangePlanTests : ExchangePlanTests
{
    protected override string Statistics => "ANALYZE exchange_message";

    protected override Task<string?> ConnectionStringAsync() => PostgresDatabase.CreateAsync();
}
