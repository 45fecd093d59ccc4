using System.Globalization;
using Npgsql;

namespace Integration.Tests.Jobs;

/// <summary>What two servers under test leave behind: the ticks of their calls in a file each, and the rows in their database.</summary>
internal sealed class SharedTimetable(string folder, string connectionString, int jobs)
{
    /// <summary>The jobs of both files, each with a method and a tick of its own.</summary>
    public string JobsFile { get; } =
        $$"""{ "jobs": [ {{string.Join(",\n", Enumerable.Range(0, jobs).Select(number => $$"""{ "id": "j{{number:000}}", "name": "Job {{number}}", "call": "Ticks:j{{number:000}}", "period": "0:00:01" }"""))}} ] }""";

    /// <summary>A server with a home of its own, the same one whenever it is started.</summary>
    public ServerSetup Setup(string node) => new()
    {
        Home = HomeOf(node),
        Connectors = $$"""{ "connectors": [ { "id": "Ticks", "type": "Ticks", "settings": { "file": "{{FileOf(node)}}" } } ] }""",
        Jobs = JobsFile,
        Settings = new Dictionary<string, string> { ["Server:NodeName"] = node, ["Storage:Provider"] = "postgresql", ["Storage:ConnectionString"] = connectionString },
    };

    /// <summary>The jobs that have ticked on a server since a moment.</summary>
    public async Task<int> TickedAsync(string node, DateTimeOffset since) => (await TicksAsync(node)).Where(tick => tick.At >= since).Select(tick => tick.Job).Distinct().Count();

    public async Task<List<(string Node, string Job, DateTimeOffset At, string Correlation)>> TicksAsync(string node)
    {
        if (!File.Exists(FileOf(node))) return [];
        using var reader = new StreamReader(new FileStream(FileOf(node), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = await reader.ReadToEndAsync();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .Select(parts => (node, parts[0], DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[2], CultureInfo.InvariantCulture)), parts[4]))];
    }

    /// <summary>The records of all runs.</summary>
    public async Task<List<(string Node, string Job, long PlannedAt, string Outcome, string Correlation)>> RunsAsync()
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT node, job_id, planned_at, COALESCE(outcome, ''), COALESCE(correlation_id, '') FROM job_run");
        await using var reader = await command.ExecuteReaderAsync();
        var runs = new List<(string, string, long, string, string)>();
        while (await reader.ReadAsync()) runs.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4)));
        return runs;
    }

    /// <summary>Reads one number.</summary>
    public async Task<long> CountAsync(string query)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(query);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    // The folder of a plugin bears the plugin's name, and the built one that of its version.
    private string HomeOf(string node)
    {
        var home = Path.Combine(folder, node);
        ServerHome.Copy(Built.Plugin("TicksV1"), Path.Combine(home, "plugins", "Ticks"));
        return home;
    }

    private string FileOf(string node) => Path.Combine(folder, node + ".ticks");
}
