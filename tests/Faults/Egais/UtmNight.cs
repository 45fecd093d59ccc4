using System.Text.Json;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Egais;

/// <summary>A night in which no UTM answers, and an hour in which one of two does not: the runs of the job say so, and in the morning everything goes on.</summary>
internal sealed class UtmNight(string folder, KillResults results)
{
    private const int NightRuns = 3, HourRuns = 1;
    private static readonly string[] NotGreen = ["Failed", "TimedOut"], Warned = [.. NotGreen, "SucceededWithWarnings"];
    private static readonly TimeSpan NightLimit = TimeSpan.FromSeconds(60), Hour = TimeSpan.FromSeconds(10), Edge = TimeSpan.FromSeconds(0.5), EndLimit = TimeSpan.FromSeconds(120);
    private readonly List<(EgaisCase Case, string Fault)> faults = [];

    public async Task RunAsync()
    {
        await using var system = await UtmSystem.StartAsync(folder);
        var plan = EgaisHome.Plan(folder, system);
        plan.Fill();
        await using var server = await Server.StartAsync(plan);
        var person = new EgaisPerson(system, server);
        using var stop = new CancellationTokenSource();
        var drive = person.RunAsync(stop.Token);
        await AddAsync(system, person, "before the night");
        await Until.TrueAsync(person.IsQuietAsync, EndLimit, 200);
        var (duringNight, duringHour) = (await EgaisCase.MakeAsync(system, "night", 1), await EgaisCase.MakeAsync(system, "night", 2));
        var night = await NightAsync(system, server, person, duringNight);
        await Until.TrueAsync(person.IsQuietAsync, EndLimit, 200);
        var hour = await HourAsync(system, person, duringHour);
        await Until.TrueAsync(person.IsQuietAsync, EndLimit, 200);
        await stop.CancelAsync();
        await drive;
        var runs = await server.Api.RunsAsync(EgaisHome.Job);
        IReadOnlyList<string> seen = [.. EgaisJudge.Runs("all UTMs were off", OutcomesOf(runs, night), NotGreen, NightRuns), .. EgaisJudge.Runs("one of two UTMs was off", OutcomesOf(runs, hour), Warned, HourRuns)];
        await EgaisVerdict.GiveAsync("night", system, server, new StoreFile(Path.Combine(plan.Home, "exchange.db")), faults, seen, results);
    }

    private async Task AddAsync(UtmSystem system, EgaisPerson person, string fault)
    {
        var one = await EgaisCase.MakeAsync(system, "night", 0);
        faults.Add((one, fault));
        person.Add(one);
    }

    private async Task<(DateTimeOffset From, DateTimeOffset To)> NightAsync(UtmSystem system, Server server, EgaisPerson person, EgaisCase one)
    {
        await system.KillAsync();
        var from = TimeProvider.System.GetUtcNow();
        faults.Add((one, "a night without UTMs"));
        person.Add(one);
        await Until.TrueAsync(async () => OutcomesOf(await server.Api.RunsAsync(EgaisHome.Job), (from, TimeProvider.System.GetUtcNow())).Count >= NightRuns, NightLimit, 500);
        var to = TimeProvider.System.GetUtcNow();
        await system.BackAsync();
        return (from, to);
    }

    private async Task<(DateTimeOffset From, DateTimeOffset To)> HourAsync(UtmSystem system, EgaisPerson person, EgaisCase one)
    {
        await system.TellAsync(UtmSystem.B, $"offline?milliseconds={(int)Hour.TotalMilliseconds}", "");
        var from = TimeProvider.System.GetUtcNow() + Edge;
        faults.Add((one, "an hour with one UTM"));
        person.Add(one);
        await Task.Delay(Hour - Edge);
        return (from, TimeProvider.System.GetUtcNow() - Edge);
    }

    // What began before, or ended after, may have seen an answer.
    private static IReadOnlyList<string> OutcomesOf(IReadOnlyList<JsonElement> runs, (DateTimeOffset From, DateTimeOffset To) time) =>
        [.. runs.Where(run => run.GetProperty("outcome").ValueKind == JsonValueKind.String && run.GetProperty("startedAt").GetDateTimeOffset() >= time.From && run.GetProperty("endedAt").GetDateTimeOffset() <= time.To).Select(run => run.GetProperty("outcome").GetString()!)];
}
