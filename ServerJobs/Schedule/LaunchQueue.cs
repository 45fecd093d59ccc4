using System.Collections.Concurrent;

namespace ServerJobs;

/// <summary>Brings runs to threads: to those of the pool, and where the pool has none to spare, to a few of its own.</summary>
internal sealed class LaunchQueue(TimeProvider time, Action<Action>? pool = null)
{
    /// <summary>How long a run waits for the pool.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    // What a pool with threads to spare never takes.
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(50);

    // Foreign code may block a thread for ever; beyond this number runs wait for the pool.
    private const int MostThreads = 32;
    private readonly ConcurrentQueue<(JobLaunch Launch, long Since)> waiting = new();
    private int threads;

    /// <summary>What a run does; it must not throw.</summary>
    public Action<JobLaunch>? Run { get; set; }

    /// <summary>Adds a run of several; the pool is asked when all are there.</summary>
    /// <remarks>A thread of the pool that wakes may take the processor of the one that adds, and would then begin before its moment's other runs are there.</remarks>
    public void Put(JobLaunch launch) => waiting.Enqueue((launch, time.GetTimestamp()));

    /// <summary>Asks the pool to run what waits: one thread runs all that the others leave it.</summary>
    public void Ask()
    {
        try
        {
            for (var left = Math.Min(waiting.Count, Environment.ProcessorCount); left > 0; left--)
            {
                var asked = time.GetTimestamp();
                if (pool is null) ThreadPool.UnsafeQueueUserWorkItem(static ask => ask.Queue.Answer(ask.At), (Queue: this, At: asked), preferLocal: false);
                else pool(() => Answer(asked));
            }
        }
        catch (OutOfMemoryException)
        {
            // It waits all the same: the next look finds that the pool has not taken it.
        }
    }

    /// <summary>Looks after the runs that wait.</summary>
    /// <returns>Whether some do.</returns>
    public bool Watch()
    {
        if (!waiting.TryPeek(out var oldest)) return false;
        if (time.GetElapsedTime(oldest.Since) < Patience || Volatile.Read(ref threads) >= MostThreads) return true;
        Interlocked.Increment(ref threads);
        try
        {
            new Thread(Rescue) { IsBackground = true, Name = "Server jobs, rescue" }.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // No thread to be had: the runs wait for the pool, and the next look tries again.
            Interlocked.Decrement(ref threads);
        }

        return true;
    }

    // A pool that comes late has no thread to spare for the calls either: they are made here, one after another, and the next look may find more threads for them.
    private void Answer(long asked) => RunAll(rescued: time.GetElapsedTime(asked) > Late);

    private void Rescue()
    {
        RunAll(rescued: true);
        Interlocked.Decrement(ref threads);
    }

    private void RunAll(bool rescued)
    {
        while (waiting.TryDequeue(out var next))
        {
            next.Launch.Rescued = rescued;
            Run!(next.Launch);
        }
    }
}
