using Npgsql;

namespace Benchmarks.Runs;

/// <summary>PostgreSQL by hand: a pooled connection, one statement, one loop.</summary>
internal sealed class PostgresRuns(string connectionString) : IBareRuns, IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create($"{connectionString};Max Auto Prepare=100");

    // The statistics both sides' plans rest on; the server would make them a minute later by itself.
    public async Task PrepareAsync()
    {
        await using var command = source.CreateCommand("VACUUM ANALYZE job_run");
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<BareRun>> ReadAsync(RunsPage page)
    {
        await using var command = source.CreateCommand(page.Statement);
        foreach (var (name, value) in page.Values) command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<BareRun>();
        while (await reader.ReadAsync()) rows.Add(BareRun.Read(reader));
        return rows;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
