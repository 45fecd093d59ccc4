using Microsoft.Data.Sqlite;

namespace Benchmarks.Exchange;

/// <summary>The least that survives a power cut: one row of a number, committed alone. It tells what the naive side could reach at most.</summary>
internal sealed class BareCommits : IAcceptSide
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;

    public BareCommits()
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bare.db"), Pooling = false }.ToString());
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (n INTEGER PRIMARY KEY)";
        make.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO t DEFAULT VALUES";
    }

    public Task AcceptAsync(AcceptedMessage message)
    {
        lock (gate) insert.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
