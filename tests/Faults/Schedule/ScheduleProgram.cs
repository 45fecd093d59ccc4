using System.Collections.Concurrent;
using Faults.Harness;
using Faults.Judge;
using Faults.Quartz;

namespace Faults.Schedule;

/// <summary><c>schedule [--full] [--only NAME]</c>: tries every fault, several side by side, those that fail so once more alone, and says which the schedule survived.</summary>
internal sealed class ScheduleProgram(bool full, string? only, string root)
{
    private const int SideBySide = 5, RepeatsInFull = 3;
    private readonly TrialResults results = new();

    public static async Task<int> RunAsync(string[] options)
    {
        var only = options.SkipWhile(option => option != "--only").ElementAtOrDefault(1);
        var root = Directory.CreateTempSubdirectory("connectors-faults-").FullName;
        var full = options.Contains("--full");
        var program = new ScheduleProgram(full, only, root);
        for (var round = 0; round < (full ? RepeatsInFull : 1); round++) await program.RoundAsync();
        if (program.results.Failed == 0) Directory.Delete(root, recursive: true);
        else Console.WriteLine($"Homes, logs and firings are kept in {root}");
        return program.results.Report();
    }

    private async Task RoundAsync()
    {
        var faults = FaultCatalog.All.Where(fault => Wanted(fault.Name)).ToList();
        var peers = QuartzFault.All.Where(fault => Wanted(fault.Name)).ToList();
        var again = new ConcurrentBag<Fault>();
        await SideBySideAsync([.. faults.Where(fault => !fault.Alone).Select(fault => (Func<Task>)(() => TryBesideAsync(fault, again))), .. peers.Select(fault => (Func<Task>)(() => TryPeerAsync(fault)))]);
        foreach (var fault in faults.Where(fault => fault.Alone).Concat(again)) await TryAsync(fault);
    }

    private bool Wanted(string name) => only is null || name.Contains(only, StringComparison.Ordinal);

    private static Task SideBySideAsync(IReadOnlyList<Func<Task>> trials) =>
        Parallel.ForEachAsync(trials, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (trial, _) => await trial());

    private Task TryAsync(Fault fault) => TryAsync(fault.Name, results.Add, folder => new TrialRun(new Trial(fault, folder, full)).RunAsync());

    // Several servers on a small machine may hold each other up for seconds: what fails beside others is tried once more by itself, and that counts.
    private Task TryBesideAsync(Fault fault, ConcurrentBag<Fault> again) => TryAsync(
        fault.Name,
        (name, judgement) =>
        {
            if (judgement.Failures.Count == 0)
            {
                results.Add(name, judgement);
                return;
            }

            results.TellAgain(name, judgement);
            again.Add(fault);
        },
        folder => new TrialRun(new Trial(fault, folder, full)).RunAsync());

    private Task TryPeerAsync(QuartzFault fault) => TryAsync(fault.Name, results.AddPeer, folder => new QuartzTrial(fault, folder).RunAsync());

    private async Task TryAsync(string name, Action<string, Judgement> add, Func<string, Task<Judgement>> trial)
    {
        try
        {
            add(name, await trial(Directory.CreateDirectory(Path.Combine(root, $"{name}-{Guid.NewGuid():N}")).FullName));
        }
        catch (NotTriedException impossible)
        {
            results.NotTried(name, impossible.Message);
        }
        catch (Exception failure)
        {
            add(name, Judgement.Of(failure is TrialException ? failure.Message : failure.ToString()));
        }
    }
}
