using Microsoft.VisualStudio.TestTools.UnitTesting;
using Server.Storage;
using ServerJobs;
using TestKit;

namespace Benchmarks.Runs;

/// <summary>The first page of a history of 100 000 runs through the store, beside a SELECT written by hand that reads the same columns of the same rows.</summary>
internal static class RunsBenchmark
{
    private const double Limit = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Number(args, "--rounds", 200);
        var rows = Number(args, "--rows", 100_000);
        var worst = await SqliteAsync(rows, rounds);
        try
        {
            await using var server = await PostgresServer.StartAsync();
            worst = Math.Max(worst, await PostgresAsync(await server.CreateDatabaseAsync(), rows, rounds));
        }
        catch (AssertInconclusiveException missing)
        {
            Console.WriteLine($"PostgreSQL is left out: {missing.Message}");
        }

        Console.WriteLine($"runs_worst_ratio = {worst:0.00}");
        return worst <= Limit ? 0 : 1;
    }

    private static async Task<double> SqliteAsync(int rows, int rounds)
    {
        var home = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
        try
        {
            return await MeasureAsync("runs_", new StorageOptions { HomeFolder = home }, new SqliteRuns(Path.Combine(home, "history.db")), rows, rounds);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<double> PostgresAsync(string connectionString, int rows, int rounds)
    {
        var home = Directory.CreateTempSubdirectory("connectors-bench-").FullName;
        try
        {
            await using var bare = new PostgresRuns(connectionString);
            return await MeasureAsync("postgresql_runs_", new StorageOptions { HomeFolder = home, Provider = StorageProvider.PostgreSql, ConnectionString = connectionString }, bare, rows, rounds);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(string prefix, StorageOptions options, IBareRuns bare, int rows, int rounds)
    {
        using var database = SqlDatabase.Open(options, TimeProvider.System);
        var store = new SqlJobStore(database, options);
        var filled = await RunsFill.FillAsync(store, rows);
        await bare.PrepareAsync();
        var worst = 0.0;
        foreach (var page in RunsPage.All(filled))
        {
            var figures = await RunsMeasure.CompareAsync(store, bare, page, rounds);
            Console.WriteLine($"{prefix}{page.Name}_us = {figures.Ours:0}");
            Console.WriteLine($"{prefix}{page.Name}_bare_us = {figures.Bare:0}");
            Console.WriteLine($"{prefix}{page.Name}_ratio = {figures.Ratio:0.00}");
            worst = Math.Max(worst, figures.Ratio);
        }

        return worst;
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
