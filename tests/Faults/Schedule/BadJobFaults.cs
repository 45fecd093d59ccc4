using System.Text.Json.Nodes;

namespace Faults.Schedule;

/// <summary>Jobs that go wrong beside healthy ones: they are put into the file of the running server, and taken out at the end.</summary>
internal static class BadJobFaults
{
    private const int Many = 500;

    public static IEnumerable<Fault> All =>
    [
        Of("job-throws", "Throws", 5),
        Of("job-hangs-awaiting", "HangsAwaiting", 20),
        Of("job-blocks-its-thread", "BlocksThread", 20),
        Of("job-blocks-a-pool-thread", "BlocksAfterAwait", 20),
        Of("job-leaks", "Leaks", 4) with { Lasts = TimeSpan.FromSeconds(10), Alone = true },
        Of("job-throws-async-void", "AsyncVoidThrows", 5),
        Of("1000-hung-beside-100", "HangsAwaiting", Many, "BlocksThread", Many) with { HealthyJobs = 100, Lasts = TimeSpan.FromSeconds(20), Alone = true },
    ];

    private static Fault Of(string name, string method, int jobs, string? otherMethod = null, int others = 0) => new(name)
    {
        Setup = (_, plan) => plan with { Connectors = ["Mishaps", "Others"] },
        Begin = trial => WriteAsync(trial, [.. Bad("Mishaps", method, jobs), .. Bad("Others", otherMethod ?? method, others)]),
        End = trial => WriteAsync(trial, []),
        Check = trial => HappenedAsync(trial, jobs + others),
        AlsoDuring = true,
    };

    private static IEnumerable<JsonObject> Bad(string connector, string method, int count) =>
        Enumerable.Range(1, count).Select(number => Jobs.Period($"{method}-{number}", $"{connector}:{method}", 1));

    private static Task WriteAsync(Trial trial, IEnumerable<JsonObject> bad) =>
        File.WriteAllTextAsync(trial.Plan.JobsFile, Jobs.File([.. Jobs.Of(trial.Fault.HealthyJobs), .. bad]));

    private static Task HappenedAsync(Trial trial, int least)
    {
        var seen = trial.Count("mishap");
        return seen >= least ? Task.CompletedTask : throw new TrialException($"the mishap happened {seen} times, {least} were planned");
    }
}
