using System.Globalization;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;
using Faults.Schedule;

namespace Faults.Codes;

/// <summary>A server and a marking system of its own, and the kills that fall on them.</summary>
internal sealed class CodesLane(string folder, IReadOnlyList<(int Number, CodesStage Stage)> kills, KillResults results, int seed)
{
    private const int Quantity = 25;
    private static readonly TimeSpan ReachLimit = TimeSpan.FromSeconds(40), EndLimit = TimeSpan.FromSeconds(90);
    private readonly Dictionary<string, int> orders = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private MarkingSystem system = null!;
    private Server server = null!;
    private StoreFile store = null!;

    public async Task RunAsync()
    {
        await using var started = system = await MarkingSystem.StartAsync(folder);
        var plan = KillHome.Plan(folder, system, Jobs.File([Jobs.Period("fetch", "ChestnyZnak:FetchMarkingCodes", 1)]));
        plan.Fill();
        store = new StoreFile(Path.Combine(plan.Home, "exchange.db"));
        await using var running = server = await Server.StartAsync(plan);
        using var stop = new CancellationTokenSource();
        var drive = DriveAsync(stop.Token);
        foreach (var (number, stage) in kills) await KillAsync(number, stage);
        await Until.TrueAsync(() => Task.FromResult(IsQuiet()), EndLimit, 100);
        await stop.CancelAsync();
        await drive;
        await JudgeAsync();
    }

    // Whoever waits for codes asks again and again, beside the job of the server.
    private async Task DriveAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var order in Open()) await server.Api.TryCallAsync(KillHome.Connector, $$"""{ "method": "FetchOrder", "args": { "orderId": "{{order}}" } }""");
            await server.Api.TryCallAsync(KillHome.Connector, """{ "method": "RunExchange" }""");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task KillAsync(int number, CodesStage stage)
    {
        var random = KillOptions.ChanceOf(seed, number);
        var order = await system.OrderAsync(Quantity);
        var moment = new CodesMoment(system, store, order, TimeSpan.FromMilliseconds(random.Next(0, 2500)));
        await stage.Arm(moment);
        await stage.Reached(moment);
        lock (gate) orders[order] = number;
        var reached = await Until.TrueAsync(() => stage.Reached(moment), ReachLimit, 1);
        var late = random.Next(0, 30);
        await Task.Delay(late);
        await server.KillAsync();
        var both = random.Next(5) == 0;
        if (both) await system.KillAndStartAsync();
        else await system.DisarmAsync();
        results.Killed(Name(number), stage.Name, reached, string.Create(CultureInfo.InvariantCulture, $"{late} ms late, order {order}{(both ? ", the marking system too" : "")}"));
        await server.StartAgainAsync();
    }

    private List<string> Open()
    {
        List<string> known;
        lock (gate) known = [.. orders.Keys];
        try
        {
            var ends = store.Orders();
            return [.. known.Where(order => !ends.TryGetValue(order, out var end) || !IsOver(end))];
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return known;
        }
    }

    private static bool IsOver(OrderEnd end) => (end.Final || end.Proof.Length > 0) && end.OpenIntents == 0;

    private bool IsQuiet() => Open().Count == 0 && store.QueueIsQuiet();

    private async Task JudgeAsync()
    {
        var doubles = await system.DoublesAsync();
        await server.KillAsync();
        var ends = store.Orders();
        var annulled = WorldFile.Annulled(system.StateFile);
        var judge = new CodesJudge(WorldFile.Blocks(system.StateFile), store.Codes());
        var open = store.QueueIsQuiet() ? [] : new[] { "a closing is stuck in the queue" };
        foreach (var (order, number) in orders)
        {
            var end = (ends.GetValueOrDefault(order) ?? new OrderEnd(order)) with { Annulled = annulled.GetValueOrDefault(order) };
            results.Add($"{Name(number)} ({kills.First(kill => kill.Number == number).Stage.Name})", [.. judge.Judge(end), .. open, .. doubles.Where(one => one.Contains(order, StringComparison.Ordinal)).Select(one => $"came twice: {one}")]);
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}");
}
