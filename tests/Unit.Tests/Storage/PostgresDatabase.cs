using TestKit;

namespace Unit.Tests.Storage;

/// <summary>A database of a test's own in the PostgreSQL of all tests.</summary>
internal static class PostgresDatabase
{
    public static async Task<string?> CreateAsync() => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
}
