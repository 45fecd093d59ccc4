using Microsoft.Data.Sqlite;

namespace Benchmarks.Egais;

/// <summary>The shortest program that loses nothing: get, insert with a commit of its own, delete. Without keeping it is the bare calls.</summary>
internal sealed class BareInbox : IInboxSide
{
    private readonly string folder = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteParameter path = new("@path", "");
    private readonly SqliteParameter bytes = new("@bytes", null);
    private readonly OutBoxCalls calls;
    private readonly bool keeps;

    public BareInbox(Uri address, bool keeps)
    {
        this.keeps = keeps;
        calls = new OutBoxCalls(address);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bare.db"), Pooling = false }.ToString());
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; CREATE TABLE document (path TEXT PRIMARY KEY, bytes BLOB)";
        make.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO document VALUES (@path, @bytes)";
        insert.Parameters.AddRange([path, bytes]);
    }

    public async Task EmptyAsync()
    {
        var paths = new List<string>();
        await foreach (var listed in calls.ListAsync()) paths.Add(listed);
        foreach (var one in paths)
        {
            (path.Value, bytes.Value) = (one, await calls.ReadAsync(one));
            if (keeps) insert.ExecuteNonQuery();
            await calls.DeleteAsync(one);
        }
    }

    public Task<long?> CountAsync()
    {
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM document";
        return Task.FromResult(keeps ? (long?)count.ExecuteScalar() : null);
    }

    public void Dispose()
    {
        calls.Dispose();
        insert.Dispose();
        connection.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
