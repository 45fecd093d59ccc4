using Quartz;

namespace Benchmarks.Schedule;

/// <summary>The peer: Quartz with its defaults and its store in memory, so without any history.</summary>
internal static class QuartzSchedule
{
    private static Firings firings = new();

    public static async Task<int> RunAsync(int jobs, TimeSpan length)
    {
        firings = new Firings();
        var scheduler = await QuartzSchedulerBuilder.Create().BuildScheduler();
        var first = DateTimeOffset.UtcNow.AddSeconds(3);
        for (var job = 0; job < jobs; job++)
        {
            // Scattered over a second, as ours scatters its first runs.
            var at = first.AddMilliseconds(1000.0 * job / jobs);
            var detail = JobBuilder.Create<TickJob>().WithIdentity($"job{job}").UsingJobData("number", job).Build();
            var trigger = TriggerBuilder.Create().StartAt(at).WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(1)).RepeatForever()).Build();
            await scheduler.ScheduleJob(detail, trigger);
        }

        await scheduler.Start();
        await firings.MeasureAsync(jobs, TimeSpan.FromSeconds(8), length);
        await scheduler.Shutdown();
        return 0;
    }

    [DisallowConcurrentExecution]
    internal sealed class TickJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            firings.Add(context.MergedJobDataMap.GetInt("number"), context.ScheduledFireTimeUtc!.Value, DateTimeOffset.UtcNow);
            return default;
        }
    }
}
