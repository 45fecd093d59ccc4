using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The one loop that starts work by time, on a thread of its own. It asks the table what is due and hands it over; it touches no store and no log.</summary>
internal sealed class JobScheduler(JobTable table, JobRuns runs, TimeProvider time, ILogger<JobScheduler> logger) : IDisposable
{
    // A wall clock that was set is noticed, and the loop shows that it lives, at least this often.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(1);
    private readonly LoopSignal signal = new(time);
    private readonly QuietCollection quiet = new();
    private bool runsWait;
    private Thread? thread;
    private volatile bool stopping;

    public void Start()
    {
        table.Wakes(signal.Wake);
        thread = new Thread(Loop) { IsBackground = true, Name = "Server jobs" };
        thread.Start();
    }

    /// <summary>Takes the jobs of the file.</summary>
    public void Apply(IReadOnlyList<ServerJob> jobs, bool atStart = false)
    {
        table.Apply(jobs, atStart);
        signal.Wake();
    }

    /// <summary>Starts what is due now.</summary>
    /// <returns>The next moment.</returns>
    public long? Pump()
    {
        var due = table.TakeDue();
        foreach (var launch in due) PrepareGuarded(launch);
        if (due.Count > 0) runs.StartPrepared();
        quiet.Count(due.Count);
        runsWait = runs.Watch();
        return table.NextDue();
    }

    /// <summary>Ends the loop; what runs goes on.</summary>
    public void Stop()
    {
        stopping = true;
        signal.Wake();
        thread?.Join();
        thread = null;
    }

    public void Dispose()
    {
        Stop();
        signal.Dispose();
    }

    private void Loop()
    {
        FineSleep.Sharpen();
        ShortSlice.Take();
        while (!stopping)
        {
            var next = PumpGuarded() - table.Ahead;
            if (next is not { } moment || !TidiesUp(moment)) signal.WaitUntil(next, runsWait ? LaunchQueue.Patience : Longest);
        }
    }

    // Whoever wakes the loop meanwhile, and a wait that took too long, come before the tidying.
    private bool TidiesUp(long next)
    {
        var now = time.GetTimestamp();
        if (!quiet.IsDue(time.GetElapsedTime(now, next))) return false;
        var settled = now + table.Ahead + (long)(QuietCollection.Settling.TotalSeconds * time.TimestampFrequency);
        signal.WaitUntil(settled, Longest);
        var woken = time.GetTimestamp();
        if (woken >= settled && time.GetElapsedTime(woken, next) >= QuietCollection.Room) quiet.Collect();
        return true;
    }

    // A run that could not be handed over must not hold its job, nor the other runs of this look.
    private void PrepareGuarded(JobLaunch launch)
    {
        try
        {
            runs.Prepare(launch);
        }
        catch (Exception fault)
        {
            ThreadPool.UnsafeQueueUserWorkItem(thrown => Log.LoopFault(logger, thrown), fault, preferLocal: false);
            runs.Abandon(launch);
        }
    }

    // Nothing in the loop is expected to throw. Should memory run out in it, the schedule must still go on.
    private long? PumpGuarded()
    {
        try
        {
            return Pump();
        }
        catch (Exception fault)
        {
            ThreadPool.UnsafeQueueUserWorkItem(thrown => Log.LoopFault(logger, thrown), fault, preferLocal: false);
            return time.GetTimestamp() + (time.TimestampFrequency * PauseAfterFault.Ticks / TimeSpan.TicksPerSecond);
        }
    }
}
