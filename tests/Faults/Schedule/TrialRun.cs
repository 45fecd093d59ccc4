using Faults.Harness;
using Faults.Judge;

namespace Faults.Schedule;

/// <summary>The course of every trial: start, undisturbed firings, the fault, its end, the look, the judgement.</summary>
internal sealed class TrialRun(Trial trial)
{
    private const int SteadyFirings = 4;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);
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
            var counted = Monotonic.Now;
            var before = await server.Api.CountsAsync(Jobs.Healthy);
            trial.Began = Monotonic.Now;
            await fault.Begin(trial);
            await Task.WhenAll(Task.Delay(trial.Lasts), fault.Meanwhile(trial));
            await fault.End(trial);
            trial.Ended = Monotonic.Now;
            if (fault.Restarts) (counted, before) = (Monotonic.Now, await server.Api.CountsAsync(Jobs.Healthy));
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
        var after = await trial.Server.Api.CountsWithRunsAsync(Jobs.Healthy);
        // The counters once more, and now beside the firings: the runs took a while to read.
        var looked = Monotonic.Now;
        var counts = await trial.Server.Api.CountsAsync(Jobs.Healthy);
        var last = counts.Select(count => count with { PlannedStarts = after.First(run => run.Id == count.Id).PlannedStarts }).ToList();
        var (ready, text) = await trial.Server.Api.ReadyAsync();
        var judgement = new ScheduleJudge(new FaultTimes(counted, trial.Began, trial.Ended, looked), fault.AlsoDuring).Judge(trial.Ticks, before, last);
        return ready ? judgement : judgement with { Failures = [.. judgement.Failures, $"the server is not ready after all: {text}"] };
    }
}
