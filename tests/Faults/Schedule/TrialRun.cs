using Faults.Harness;
using Faults.Judge;

namespace Faults.Schedule;

/// <summary>The course of every trial: start, undisturbed firings, the fault, its end, the look, the judgement.</summary>
internal sealed class TrialRun(Trial trial)
{
    private const int SteadyFirings = 4;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5), RowWait = TimeSpan.FromSeconds(1);
    private readonly Fault fault = trial.Fault;

    /// <summary>Runs the trial.</summary>
    /// <returns>What was found.</returns>
    public async Task<Judgement> RunAsync()
    {
        trial.Plan = fault.Setup(trial, new ServerPlan { Folder = trial.Folder, Jobs = Jobs.File(Jobs.Of(fault.HealthyJobs)) });
        trial.Plan.Fill();
        await using var server = trial.Server = await Server.StartAsync(trial.Plan);
        try
        {
            await Trial.UntilAsync($"{SteadyFirings} firings of every healthy job", () => Task.FromResult(AllFired(SteadyFirings, 0)), seconds: 60);
            var (before, counted) = await CountsAsync();
            trial.Began = Monotonic.Now;
            await fault.Begin(trial);
            await Task.WhenAll(Task.Delay(trial.Lasts), fault.Meanwhile(trial));
            await fault.End(trial);
            trial.Ended = Monotonic.Now;
            if (fault.Restarts) (before, counted) = await CountsAsync();
            await Task.Delay(Settle);
            if (server.HasEnded) throw new TrialException("the server has ended");
            await fault.Check(trial);
            return await JudgeAsync(before, counted);
        }
        finally
        {
            trial.Held?.Dispose();
        }
    }

    private bool AllFired(int times, long since)
    {
        var fired = trial.Ticks.Where(tick => tick.At >= since && tick.Who.StartsWith(Jobs.Healthy, StringComparison.Ordinal)).CountBy(tick => tick.Who).ToList();
        return fired.Count == fault.HealthyJobs && fired.All(job => job.Value >= times);
    }

    private async Task<Judgement> JudgeAsync(IReadOnlyList<JobCount> before, long counted)
    {
        var (after, looked) = await CountsAsync();
        var (ready, text) = await trial.Server.Api.ReadyAsync();
        var judgement = new ScheduleJudge(new FaultTimes(counted, trial.Began, trial.Ended, looked), fault.AlsoDuring, !fault.LosesHistory).Judge(trial.Ticks, before, after);
        return ready ? judgement : judgement with { Failures = [.. judgement.Failures, $"the server is not ready after all: {text}"] };
    }

    // The runs take a while to read and to be written: a firing seen at the moment of the counters has its run later.
    private async Task<(IReadOnlyList<JobCount> Counts, long At)> CountsAsync()
    {
        var counts = await trial.Server.Api.CountsAsync(Jobs.Healthy);
        var at = Monotonic.Now;
        await Task.Delay(RowWait);
        var read = new List<JobCount>();
        foreach (var count in counts) read.Add(count with { PlannedStarts = await trial.Server.Api.PlannedStartsAsync(count.Id) });
        return (read, at);
    }
}
