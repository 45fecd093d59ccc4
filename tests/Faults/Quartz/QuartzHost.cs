using Quartz;
using Ticks;

namespace Faults.Quartz;

/// <summary>A process of its own in which Quartz, with its defaults and its store in memory, fires the same ticks as our healthy jobs do.</summary>
internal static class QuartzHost
{
    private const int HealthyJobs = 20;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(200);

    public static TickWriter Writer { get; private set; } = null!;

    /// <summary>Fires until its input ends; every line of the input begins a mishap: how many of which kind.</summary>
    public static async Task<int> RunAsync(string ticks)
    {
        Writer = new TickWriter(ticks);
        new Thread(Beat) { IsBackground = true }.Start();
        var scheduler = await QuartzSchedulerBuilder.Create().BuildScheduler();
        await AddAsync<TickJob>(scheduler, "healthy", HealthyJobs);
        await scheduler.Start();
        while (Console.In.ReadLine() is { } line)
        {
            var (kind, count) = (line.Split(' ')[0], int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
            if (kind == "throws") await AddAsync<ThrowingJob>(scheduler, kind, count);
            else if (kind == "hangs") await AddAsync<HangingJob>(scheduler, kind, count);
            else Starve(count);
        }

        // What hangs is not waited for.
        Environment.Exit(0);
        return 0;
    }

    private static async Task AddAsync<T>(IScheduler scheduler, string name, int count)
        where T : IJob
    {
        var first = TimeProvider.System.GetUtcNow().AddSeconds(1);
        for (var number = 1; number <= count; number++)
        {
            var trigger = TriggerBuilder.Create().StartAt(first.AddMilliseconds(1000.0 * number / count)).WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(1)).RepeatForever()).Build();
            await scheduler.ScheduleJob(JobBuilder.Create<T>().WithIdentity($"{name}-{number:000}").Build(), trigger);
        }
    }

    private static void Starve(int seconds)
    {
        var over = new ManualResetEventSlim();
        for (var item = 0; item < 2000; item++) ThreadPool.UnsafeQueueUserWorkItem(_ => over.Wait(), null);
        new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            Writer.Write("released", "");
            over.Set();
        }) { IsBackground = true }.Start();
    }

    private static void Beat()
    {
        while (true)
        {
            Writer.Write("clock", "");
            Thread.Sleep(Heartbeat);
        }
    }
}
