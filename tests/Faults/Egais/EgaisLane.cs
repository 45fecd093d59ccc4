using System.Globalization;
using Faults.Harness;
using Faults.Kills;

namespace Faults.Egais;

/// <summary>A server with UTMs of its own, and the kills that fall on them.</summary>
internal sealed class EgaisLane(string folder, IReadOnlyList<(int Number, EgaisStage Stage)> kills, KillResults results, int seed)
{
    private static readonly TimeSpan ReachLimit = TimeSpan.FromSeconds(40), EndLimit = TimeSpan.FromSeconds(120);
    private readonly List<(EgaisCase Case, string Fault)> faults = [];
    private readonly List<string> seen = [];

    public async Task RunAsync()
    {
        await using var system = await UtmSystem.StartAsync(folder);
        var plan = EgaisHome.Plan(folder, system);
        plan.Fill();
        var store = new StoreFile(Path.Combine(plan.Home, "exchange.db"));
        await using var server = await Server.StartAsync(plan);
        var person = new EgaisPerson(system, server);
        using var stop = new CancellationTokenSource();
        var drive = person.RunAsync(stop.Token);
        foreach (var (number, stage) in kills) await KillAsync(system, server, store, person, number, stage);
        await Until.TrueAsync(person.IsQuietAsync, EndLimit, 200);
        await stop.CancelAsync();
        await drive;
        await EgaisVerdict.GiveAsync(Path.GetFileName(folder), system, server, store, faults, seen, results);
    }

    private async Task KillAsync(UtmSystem system, Server server, StoreFile store, EgaisPerson person, int number, EgaisStage stage)
    {
        var random = KillOptions.ChanceOf(seed, number);
        var one = await EgaisCase.MakeAsync(system, "kill", number);
        var moment = new EgaisMoment(system, store, one.Waybill, TimeSpan.FromMilliseconds(random.Next(0, 4000)));
        await stage.Arm(moment);
        await stage.Reached(moment);
        person.Add(one);
        faults.Add((one, string.Create(CultureInfo.InvariantCulture, $"{number} ({stage.Name})")));
        var reached = await Until.TrueAsync(() => stage.Reached(moment), ReachLimit, 2);
        var late = random.Next(0, 20);
        await Task.Delay(late);
        await server.KillAsync();
        // Nothing runs now: what was removed must lie in the database, handled.
        seen.AddRange((await EgaisVerdict.RemovalsAsync(system, store)).Select(line => $"at kill {number}: {line}"));
        var both = random.Next(5) == 0;
        if (both) await system.KillAndStartAsync();
        await system.DisarmAsync();
        results.Killed($"{number}", stage.Name, reached, string.Create(CultureInfo.InvariantCulture, $"{late} ms late, {one.Name} {one.Story.Name}{(both ? ", the UTMs too" : "")}"));
        await server.StartAgainAsync();
    }
}
