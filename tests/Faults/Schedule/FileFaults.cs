using Faults.Harness;

namespace Faults.Schedule;

/// <summary>The connector's files are replaced by another version's; the jobs' file is broken, deleted, half written.</summary>
internal static class FileFaults
{
    public static IEnumerable<Fault> All =>
    [
        new("connector-swapped")
        {
            Begin = trial =>
            {
                Built.Install("TicksV2", trial.Plan.Home, "Ticks");
                return Task.CompletedTask;
            },
            Lasts = TimeSpan.FromSeconds(8),
            Check = trial => SwappedAsync(trial),
            AlsoDuring = true,
        },
        Broken("jobs-file-broken", trial => Write(trial, "{ \"jobs\": [ { \"id\": ")),
        Broken("jobs-file-empty", trial => Write(trial, "")),
        Broken("jobs-file-deleted", trial =>
        {
            File.Delete(trial.Plan.JobsFile);
            return Task.CompletedTask;
        }),
        Broken("jobs-file-half-written", trial => Write(trial, trial.Plan.Jobs[..(trial.Plan.Jobs.Length / 2)])),
    ];

    // Deleted files are announced by the poll at the latest; at the end the file must be alive again.
    private static Fault Broken(string name, Func<Trial, Task> begin) => new(name)
    {
        Begin = begin,
        Lasts = TimeSpan.FromSeconds(8),
        Meanwhile = trial => Trial.UntilAsync("a problem with the file in the list of jobs", async () => (await trial.Server.Api.ProblemsAsync()).Count > 0, 8),
        End = trial => Write(trial, Jobs.File([.. Jobs.Of(trial.Fault.HealthyJobs), Jobs.Period("newcomer", "Ticks:newcomer", 1)])),
        Check = trial => Trial.UntilAsync("a firing of a job written after the end", () => Task.FromResult(trial.Count("newcomer") > 0)),
        AlsoDuring = true,
    };

    private static Task Write(Trial trial, string text) => File.WriteAllTextAsync(trial.Plan.JobsFile, text);

    private static Task SwappedAsync(Trial trial)
    {
        var (old, now) = (trial.Ticks.Count(tick => tick.At > trial.Ended && tick.Word == "1"), trial.Ticks.Count(tick => tick.At > trial.Ended && tick.Word == "2"));
        return old == 0 && now > 0 ? Task.CompletedTask : throw new TrialException($"after the swap the old version fired {old} times, the new one {now} times");
    }
}
