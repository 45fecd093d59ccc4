using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Server.Storage;
using ServerJobs;

namespace Benchmarks.Schedule;

/// <summary>Our side: the scheduler with its file, the invoker with everything on, and the history in SQLite, as in the server.</summary>
internal static class OurSchedule
{
    public static async Task<int> RunAsync(int jobs, TimeSpan length)
    {
        var home = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        var firings = new Firings();
        var connector = new TickConnector(firings);
        try
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(home, "config")).FullName, "jobs.json");
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
            {
                jobs = Enumerable.Range(0, jobs).Select(job => new { id = job.ToString(CultureInfo.InvariantCulture), call = "Tick:Tick", period = "0:00:01" }),
            }));
            var builder = Host.CreateEmptyApplicationBuilder(null);
            var storage = new StorageOptions { HomeFolder = home };
            builder.Services.AddStorage(storage);
            builder.Services.AddConnectors(connectors => connectors.AddBuiltIn("Tick", _ => connector));
            builder.Services.AddSingleton<IJobStore>(services => PlannedMoments.Over(new SqlJobStore(services.GetRequiredService<SqlDatabase>(), storage), connector));
            builder.Services.AddServerJobs(options => options.File = file);
            using var host = builder.Build();
            await host.StartAsync();
            await firings.MeasureAsync(jobs, TimeSpan.FromSeconds(8), length);
            await host.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    /// <summary>The work of every job: one method that notes when it began.</summary>
    internal sealed class TickConnector(Firings firings) : IAsyncConnector
    {
        public ConcurrentDictionary<string, DateTimeOffset> Planned { get; } = new();

        public ValueTask<InvokeResult> InvokeAsync(InvokeArgs args, CancellationToken cancellationToken)
        {
            var began = DateTimeOffset.UtcNow;
            if (Planned.TryRemove(args.CorrelationId!, out var planned)) firings.Add(int.Parse(args.Caller.Source!, CultureInfo.InvariantCulture), planned, began);
            return new(InvokeResult.Ok(null));
        }
    }
}
