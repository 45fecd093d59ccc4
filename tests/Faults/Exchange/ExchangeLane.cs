using System.Globalization;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;
using Faults.Schedule;

namespace Faults.Exchange;

/// <summary>A server and a marking system of its own, and the kills that fall on them.</summary>
internal sealed class ExchangeLane(string folder, IReadOnlyList<(int Number, ExchangeStage Stage)> kills, KillResults results, int seed)
{
    private static readonly TimeSpan ReachLimit = TimeSpan.FromSeconds(40), EndLimit = TimeSpan.FromSeconds(90);
    private readonly Dictionary<string, int> documents = new(StringComparer.Ordinal);

    public async Task RunAsync()
    {
        await using var system = await MarkingSystem.StartAsync(folder);
        var plan = KillHome.Plan(folder, system, Jobs.File([Jobs.Period("exchange", "ChestnyZnak:RunExchange", 2)]));
        plan.Fill();
        var store = new StoreFile(Path.Combine(plan.Home, "exchange.db"));
        await using var server = await Server.StartAsync(plan);
        var driver = new ExchangeDriver(system, [server]);
        using var stop = new CancellationTokenSource();
        var drive = driver.RunAsync(stop.Token);
        var codes = await system.CodesAsync(kills.Count * 2);
        for (var at = 0; at < kills.Count; at++) await KillAsync(system, server, store, driver, kills[at].Number, kills[at].Stage, [codes[2 * at], codes[(2 * at) + 1]]);
        await Until.TrueAsync(driver.IsQuietAsync, EndLimit, 100);
        await stop.CancelAsync();
        await drive;
        await ExchangeVerdict.GiveAsync(system, server, documents.ToDictionary(pair => pair.Key, pair => $"{pair.Value} ({kills.First(kill => kill.Number == pair.Value).Stage.Name})"), results);
    }

    // Two documents, so that one is behind the one that is killed over.
    private async Task KillAsync(MarkingSystem system, Server server, StoreFile store, ExchangeDriver driver, int number, ExchangeStage stage, IReadOnlyList<string> codes)
    {
        var random = KillOptions.ChanceOf(seed, number);
        var document = string.Create(CultureInfo.InvariantCulture, $"kill-{number}");
        var moment = new ExchangeMoment(system, store, document, TimeSpan.FromMilliseconds(random.Next(0, 4000)));
        await stage.Arm(moment);
        await stage.Reached(moment);
        driver.Add(document, codes[0]);
        driver.Add($"{document}-next", codes[1]);
        (documents[document], documents[$"{document}-next"]) = (number, number);
        var reached = await Until.TrueAsync(() => stage.Reached(moment), ReachLimit, 1);
        var late = random.Next(0, 20);
        await Task.Delay(late);
        await server.KillAsync();
        var both = random.Next(5) == 0;
        if (both) await system.KillAndStartAsync();
        else await system.DisarmAsync();
        results.Killed($"{number}", stage.Name, reached, string.Create(CultureInfo.InvariantCulture, $"{late} ms late, document {document}{(both ? ", the marking system too" : "")}"));
        await server.StartAgainAsync();
    }
}
