using Unit.Tests.Storage;

namespace Unit.Tests.Host;

/// <summary>Two servers that share one PostgreSQL.</summary>
internal sealed class LockPair(LockSide a, LockSide b) : IAsyncDisposable
{
    public LockSide A { get; } = a;

    public LockSide B { get; } = b;

    public static async Task<LockPair> StartAsync(TimeSpan? limit = null)
    {
        var connection = await PostgresDatabase.CreateAsync();
        return new LockPair(LockSide.Open(connection!, "A", limit ?? TimeSpan.FromSeconds(30)), LockSide.Open(connection!, "B", limit ?? TimeSpan.FromSeconds(30)));
    }

    public ValueTask DisposeAsync()
    {
        A.Dispose();
        B.Dispose();
        return ValueTask.CompletedTask;
    }
}
