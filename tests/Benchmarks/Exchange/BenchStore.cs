using Microsoft.Data.Sqlite;
using Server.Storage;

namespace Benchmarks.Exchange;

/// <summary>The server's store in a home of its own, gone after the measuring.</summary>
internal sealed class BenchStore : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly SqlDatabase database;

    public BenchStore()
    {
        var options = new StorageOptions { HomeFolder = home };
        database = SqlDatabase.Open(options, TimeProvider.System);
        Store = new SqlExchangeStore(database, options, TimeProvider.System);
        Records = new SqlConnectorRecords(database, options, TimeProvider.System);
    }

    public SqlExchangeStore Store { get; }

    public SqlConnectorRecords Records { get; }

    /// <summary>Counts the messages on the disk.</summary>
    public async Task<long> CountAsync()
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(home, "exchange.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM exchange_message";
        return (long)(await count.ExecuteScalarAsync())!;
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(home, recursive: true);
    }
}
