using System.Diagnostics;
using Faults.Harness;

namespace Faults.Schedule;

/// <summary><c>schedule [--full] [--only NAME]</c>: tries every fault, several side by side, and says which the schedule survived.</summary>
internal static class ScheduleProgram
{
    private const int SideBySide = 4, RepeatsInFull = 3;

    public static async Task<int> RunAsync(string[] options)
    {
        var full = options.Contains("--full");
        var only = options.SkipWhile(option => option != "--only").ElementAtOrDefault(1);
        var results = new TrialResults();
        var root = Directory.CreateTempSubdirectory("connectors-faults-").FullName;
        for (var round = 0; round < (full ? RepeatsInFull : 1); round++)
        {
            var faults = FaultCatalog.All.Where(fault => only is null || fault.Name.Contains(only, StringComparison.Ordinal)).ToList();
            await Parallel.ForEachAsync(faults.Where(fault => !fault.Alone), new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (fault, _) => await TryAsync(fault));
            foreach (var fault in faults.Where(fault => fault.Alone)) await TryAsync(fault);
        }

        if (results.Failed == 0) Directory.Delete(root, recursive: true);
        return results.Report();

        async Task TryAsync(Fault fault)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, $"{fault.Name}-{Guid.NewGuid():N}")).FullName;
            var watch = Stopwatch.StartNew();
            var trial = new Trial(fault, folder, full);
            try
            {
                var judgement = await new TrialRun(trial).RunAsync();
                results.Add(fault.Name, judgement.Failures, $"{judgement.Figures}; {watch.Elapsed.TotalSeconds:0} s");
            }
            catch (NotTriedException impossible)
            {
                results.NotTried(fault.Name, impossible.Message);
            }
            catch (Exception failure)
            {
                results.Add(fault.Name, [failure is TrialException ? failure.Message : failure.ToString()], "");
            }
        }
    }
}
