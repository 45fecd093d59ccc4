using Microsoft.Data.Sqlite;

namespace Benchmarks.Egais;

/// <summary>The naive program: a row for each scan, its key refused the second time, each committed alone. As few columns as that takes.</summary>
internal sealed class MarkMatchingTwin : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;

    public MarkMatchingTwin()
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "naive.db"), Pooling = false }.ToString());
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE scan (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID";
        make.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO scan VALUES (@key, @at) ON CONFLICT DO NOTHING";
        insert.Parameters.Add(new SqliteParameter("@key", null));
        insert.Parameters.Add(new SqliteParameter("@at", null));
    }

    public Task<bool> TakeAsync(string key)
    {
        lock (gate)
        {
            insert.Parameters[0].Value = key;
            insert.Parameters[1].Value = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            return Task.FromResult(insert.ExecuteNonQuery() == 1);
        }
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
