using System.Globalization;
using System.Security.Cryptography;
using Faults.Harness;
using Faults.Kills;
using Faults.Schedule;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit;

namespace Faults.Exchange;

/// <summary>Two servers on one PostgreSQL work on one queue, and one or the other is killed.</summary>
internal sealed class TwoServers(string folder, KillResults results, KillOptions options)
{
    private const int Together = 20;
    private readonly string sealing = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly TimeSpan ReachLimit = TimeSpan.FromSeconds(40), EndLimit = TimeSpan.FromSeconds(90);

    public async Task RunAsync()
    {
        await using var postgres = await PostgresAsync();
        await using var system = await MarkingSystem.StartAsync(folder);
        var shared = new Dictionary<string, string> { ["Storage__Provider"] = "postgresql", ["Storage__ConnectionString"] = await postgres.CreateDatabaseAsync(), ["Server__NodeLease"] = "00:00:02" };
        await using var a = await StartAsync("a", system, shared, null);
        await using var b = await StartAsync("b", system, shared, a.Key);
        var driver = new ExchangeDriver(system, [a, b]);
        using var stop = new CancellationTokenSource();
        var drive = driver.RunAsync(stop.Token);
        var kills = options.Full ? 60 : 4;
        var codes = await system.CodesAsync(Together + kills);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < Together; at++) Add($"both-{at + 1}", codes[at], "two servers, one queue");
        await Until.TrueAsync(driver.IsQuietAsync, EndLimit, 100);
        var stages = (options with { Kills = kills }).Deal(ExchangeStage.OfTwo);
        for (var at = 0; at < kills; at++)
        {
            var document = $"two-{at + 1}";
            var random = KillOptions.ChanceOf(options.Seed, -1 - at);
            var moment = new ExchangeMoment(system, null, document, TimeSpan.FromMilliseconds(random.Next(0, 4000)));
            await stages[at].Arm(moment);
            await stages[at].Reached(moment);
            Add(document, codes[Together + at], $"two servers, {at + 1} ({stages[at].Name})");
            var reached = await Until.TrueAsync(() => stages[at].Reached(moment), ReachLimit, 1);
            var victim = random.Next(2) == 0 ? a : b;
            await victim.KillAsync();
            await system.DisarmAsync();
            results.Killed($"two servers, {at + 1}", stages[at].Name, reached, string.Create(CultureInfo.InvariantCulture, $"server {(victim == a ? "a" : "b")}, document {document}"));
            await victim.StartAgainAsync();
        }

        await Until.TrueAsync(driver.IsQuietAsync, EndLimit, 100);
        await stop.CancelAsync();
        await drive;
        await ExchangeVerdict.GiveAsync(system, a, faults, results);
        void Add(string document, string code, string fault)
        {
            faults[document] = fault;
            driver.Add(document, code);
        }
    }

    private async Task<Server> StartAsync(string name, MarkingSystem system, Dictionary<string, string> shared, string? key)
    {
        var plan = KillHome.Plan(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, system, Jobs.File([]));
        plan = plan with { Key = key, Variables = new Dictionary<string, string>(plan.Variables.Concat(shared)) { ["Server__NodeName"] = name } };
        plan.Fill();

        // As the guide says: servers on one database seal their secret records with one key.
        var secrets = Directory.CreateDirectory(Path.Combine(plan.Home, "secrets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "records.key"), sealing);
        return await Server.StartAsync(plan);
    }

    private static async Task<PostgresServer> PostgresAsync()
    {
        try
        {
            return await PostgresServer.StartAsync();
        }
        catch (AssertInconclusiveException missing)
        {
            throw new NotTriedException(missing.Message);
        }
    }
}
