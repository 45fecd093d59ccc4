using Microsoft.Data.Sqlite;

namespace Benchmarks.Runs;

/// <summary>SQLite by hand: a pooled connection that only reads, one statement, one loop.</summary>
internal sealed class SqliteRuns(string file) : IBareRuns
{
    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();

    public Task PrepareAsync() => Task.CompletedTask;

    public Task<List<BareRun>> ReadAsync(RunsPage page)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = page.Statement;
        foreach (var (name, value) in page.Values) command.Parameters.AddWithValue($"@{name}", value);
        using var reader = command.ExecuteReader();
        var rows = new List<BareRun>();
        while (reader.Read()) rows.Add(BareRun.Read(reader));
        return Task.FromResult(rows);
    }
}
