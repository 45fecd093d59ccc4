using Faults.Exchange;
using Faults.Harness;
using Faults.Judge;
using Faults.Kills;

namespace Faults.Egais;

/// <summary>Has UTMs make trouble in every known way, over documents of their own, without killing anybody.</summary>
internal sealed class UtmTroubles(string folder, KillResults results)
{
    private static readonly TimeSpan EachLimit = TimeSpan.FromSeconds(20), OddLimit = TimeSpan.FromSeconds(60), EndLimit = TimeSpan.FromSeconds(120);
    private readonly List<(EgaisCase Case, UtmTrouble Trouble)> made = [];

    public async Task RunAsync()
    {
        await using var system = await UtmSystem.StartAsync(folder);
        var plan = EgaisHome.Plan(folder, system);
        plan.Fill();
        await using var server = await Server.StartAsync(plan);
        var person = new EgaisPerson(system, server);
        using var stop = new CancellationTokenSource();
        var drive = person.RunAsync(stop.Token);
        foreach (var trouble in UtmTrouble.All) await MakeAsync(system, server, person, trouble);
        await Until.TrueAsync(person.IsQuietAsync, EndLimit, 200);
        await system.DisarmAsync();
        foreach (var trouble in UtmTrouble.Odd) await OddAsync(system, person, trouble);
        await Until.TrueAsync(person.IsQuietAsync, OddLimit, 200);
        await stop.CancelAsync();
        await drive;
        var untold = await UntoldAsync(server);
        await EgaisVerdict.GiveAsync("troubles", system, server, new StoreFile(Path.Combine(plan.Home, "exchange.db")), [.. made.Select(one => (one.Case, one.Trouble.Name))], untold, results);
    }

    private async Task MakeAsync(UtmSystem system, Server server, EgaisPerson person, UtmTrouble trouble)
    {
        var one = await EgaisCase.MakeAsync(system, "trouble", made.Count);
        made.Add((one, trouble));
        var before = await system.CountAsync(trouble.FsrarId, trouble.Endpoint);
        await system.ArmAsync(trouble.FsrarId, trouble.Text);
        person.Add(one);
        // Struck, and something is known of what was sent: the next fault may be armed.
        await Until.TrueAsync(
            async () => await system.CountAsync(trouble.FsrarId, trouble.Endpoint) > before && await ExchangeQueue.ListAsync(server.Api, EgaisHome.Connector) is { } messages && messages.Any(message => message.Document == one.Waybill && HasLeft(message)), EachLimit, 50);
    }

    private async Task OddAsync(UtmSystem system, EgaisPerson person, UtmTrouble trouble)
    {
        var one = await EgaisCase.MakeAsync(system, "trouble", made.Count);
        made.Add((one, trouble));
        await system.TellAsync(UtmSystem.A, "twists", trouble.Text);
        await system.TellAsync(UtmSystem.B, "twists", trouble.Text);
        person.Add(one);
        await Until.TrueAsync(person.IsQuietAsync, OddLimit, 200);
        var straight = trouble.Text.Replace("true", "false", StringComparison.Ordinal);
        await system.TellAsync(UtmSystem.A, "twists", straight);
        await system.TellAsync(UtmSystem.B, "twists", straight);
    }

    private static bool HasLeft(LocalMessage message) => message.Stage != "Sending" && (message.Stage != "Enqueued" || message.Reason is not null);

    // What a UTM refused is told with its code and its own words. A fault may have struck a document that was sent again just then.
    private async Task<IReadOnlyList<string>> UntoldAsync(Server server)
    {
        var desk = new EgaisDesk(server);
        var told = new List<(string Code, string Text)>();
        foreach (var (one, _) in made) told.AddRange(await desk.ErrorsAsync(one.Waybill));
        return [.. made.Select(one => one.Trouble).Where(trouble => trouble.Code is not null).GroupBy(trouble => (trouble.Code, trouble.Says))
            .Where(same => told.Count(error => error.Code == same.Key.Code && error.Text.Contains(same.Key.Says, StringComparison.Ordinal)) < same.Count()).Select(same => $"{same.Key.Code} {same.Key.Says} was not told {same.Count()} times")];
    }
}
