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
            var before = await CountsAsync();
            var counted = Monotonic.Now;
            trial.Began = Monotonic.Now;
            await fault.Begin(trial);
            await Task.WhenAll(Task.Delay(trial.Lasts), fault.Meanwhile(trial));
            await fault.End(trial);
            trial.Ended = Monotonic.Now;
            if (fault.Restarts) (before, counted) = (await CountsAsync(), Monotonic.Now);
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
        var after = await CountsAsync();
        var looked = Monotonic.Now;
        var (ready, text) = await trial.Server.Api.ReadyAsync();
        var judgement = new ScheduleJudge(new FaultTimes(counted, trial.Began, trial.Ended, looked), fault.AlsoDuring, !fault.LosesHistory).Judge(trial.Ticks, before, after);
        return ready ? judgement : judgement with { Failures = [.. judgement.Failures, $"the server is not ready after all: {text}"] };
    }

    // The runs take a while to read; the counters are read after them, beside the moment of the look.
    private async Task<IReadOnlyList<JobCount>> CountsAsync()
    {
        var runs = (await trial.Server.Api.CountsWithRunsAsync(Jobs.Healthy)).ToDictionary(count => count.Id, count => count.PlannedStarts);
        return [.. (await trial.Server.Api.CountsAsync(Jobs.Healthy)).Select(count => count with { PlannedStarts = runs[count.Id] })];
    }
}
