using Microsoft.Data.Sqlite;

namespace Unit.Tests.Sql;

/// <summary>A server that takes the connection and says nothing.</summary>
internal sealed class SilentConnection : SqliteConnection
{
    public override Task OpenAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
}
