using Faults.Harness;
using Faults.Judge;
using Faults.Kills;
using Faults.Schedule;

namespace Faults.Exchange;

/// <summary>Loses the answers of the other side in every known way, one document each, without killing anybody.</summary>
internal sealed class LostAnswers(string folder, KillResults results)
{
    private static readonly TimeSpan EachLimit = TimeSpan.FromSeconds(20), EndLimit = TimeSpan.FromSeconds(90);

    public async Task RunAsync()
    {
        await using var system = await MarkingSystem.StartAsync(folder);
        var plan = KillHome.Plan(folder, system, Jobs.File([]));
        plan.Fill();
        await using var server = await Server.StartAsync(plan);
        var driver = new ExchangeDriver(system, [server]);
        using var stop = new CancellationTokenSource();
        var drive = driver.RunAsync(stop.Token);
        var codes = await system.CodesAsync(LostAnswer.All.Count);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < LostAnswer.All.Count; at++)
        {
            var document = $"lost-{at + 1}";
            faults[document] = LostAnswer.All[at].Name;
            foreach (var fault in LostAnswer.All[at].Faults) await system.ArmAsync(fault);
            driver.Add(document, codes[at]);
            await Until.TrueAsync(async () => await ExchangeQueue.ListAsync(server.Api) is { } messages && messages.Any(message => message.Document == document && HasLeft(message)), EachLimit, 20);
        }

        await Until.TrueAsync(driver.IsQuietAsync, EndLimit, 100);
        await stop.CancelAsync();
        await drive;
        await ExchangeVerdict.GiveAsync(system, server, faults, results);
    }

    // Sent once, and something is known of it: the next fault may be armed.
    private static bool HasLeft(LocalMessage message) => message.Stage is not ("AwaitingSignature" or "Sending") && (message.Stage != "Enqueued" || message.Reason is not null);
}
