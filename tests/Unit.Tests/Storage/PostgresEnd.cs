using TestKit;

namespace Unit.Tests.Storage;

/// <summary>Ends the PostgreSQL of all tests after the last of them.</summary>
[TestClass]
public static class PostgresEnd
{
    [AssemblyCleanup]
    public static Task EndAsync() => PostgresServer.EndSharedAsync();
}
