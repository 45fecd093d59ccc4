using System.Diagnostics;
using Faults.Harness;
using Faults.Judge;

namespace Faults.Quartz;

/// <summary>One fault tried on Quartz. It counts no misses and keeps no planned starts, so only its firings are judged.</summary>
internal sealed class QuartzTrial(QuartzFault fault, string folder)
{
    private const int HealthyJobs = 20, SteadyFirings = 4;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1), Settle = TimeSpan.FromSeconds(5);
    private readonly string ticks = Path.Combine(folder, "ticks");

    /// <summary>Runs the trial.</summary>
    /// <returns>What was found.</returns>
    public async Task<Judgement> RunAsync()
    {
        var clock = fault.Jump == TimeSpan.Zero ? null : new FakeClock(folder);
        using var process = Start(clock);
        try
        {
            await WaitAsync("undisturbed firings", () => Healthy().CountBy(tick => tick.Who).Count(job => job.Value >= SteadyFirings) == HealthyJobs);
            var began = Monotonic.Now;
            await BeginAsync(process, clock);
            await Task.Delay(fault.Lasts);
            if (fault.Stops) Signals.Send(process.Id, Signals.Continue);
            if (clock is not null) await MoveAsync(clock, TimeSpan.Zero);
            var ended = Monotonic.Now;
            await Task.Delay(Settle);
            return new ScheduleJudge(new FaultTimes(began, began, ended, Monotonic.Now), fault.AlsoDuring).JudgeFirings([.. Healthy().Select(tick => tick.Who).Distinct()], Period, Read());
        }
        finally
        {
            process.Kill();
        }
    }

    private Process Start(FakeClock? clock)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Self, "quartz", ticks]) { RedirectStandardInput = true };
        foreach (var (name, value) in clock?.Variables ?? []) start.Environment[name] = value;
        return Children.Start(start);
    }

    private async Task BeginAsync(Process process, FakeClock? clock)
    {
        if (clock is not null) await MoveAsync(clock, fault.Jump);
        if (fault.Stops) Signals.Send(process.Id, Signals.Stop);
        if (fault.Line is not { } line) return;
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    private Task MoveAsync(FakeClock clock, TimeSpan offset)
    {
        clock.Move(offset);
        return WaitAsync($"a wall clock {offset} off", () => Read().LastOrDefault(tick => tick.Who == "clock") is { At: > 0 } beat
            && Math.Abs(beat.WallMilliseconds + ((Monotonic.Now - beat.At) / 1_000_000) - (TimeProvider.System.GetUtcNow() + offset).ToUnixTimeMilliseconds()) < 5000);
    }

    private static async Task WaitAsync(string what, Func<bool> good)
    {
        for (var tries = 0; !good(); tries++)
        {
            if (tries == 600) throw new InvalidOperationException($"{what} did not come within 60 s");
            await Task.Delay(100);
        }
    }

    private List<Tick> Read() => TickFile.Read(ticks);

    private IEnumerable<Tick> Healthy() => Read().Where(tick => tick.Who.StartsWith("healthy", StringComparison.Ordinal));
}
