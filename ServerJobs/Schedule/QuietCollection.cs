namespace ServerJobs;

/// <summary>Collects garbage between two moments of a dense schedule, so that the runtime need not do it at one. The loop's alone.</summary>
/// <remarks>
/// The runtime collects when memory is asked for, and a schedule asks for it at its moments: each collection makes all runs of a moment late by some milliseconds.
/// Beside much other work, or with few runs, nothing is done here.
/// </remarks>
internal sealed class QuietCollection
{
    // Fewer runs than that are not what fills the memory.
    private const int FewestRuns = 500;
    private const long Least = 1 << 20, Most = 8 << 20;

    // A run allocates about 6 KB. Where more than that comes together, others fill the memory.
    private const long MostOfRun = 16 << 10;

    /// <summary>How long the calls of a moment are left alone.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(1.5);

    /// <summary>How far away the next moment is at least.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(12);

    /// <summary>How far away it still is when a collection begins.</summary>
    public static readonly TimeSpan Room = TimeSpan.FromMilliseconds(8);

    private long enough = Most;
    private long since;
    private int seen;
    private int runs;

    /// <summary>Counts runs started.</summary>
    public void Count(int started) => runs += started;

    /// <summary>Whether it is time for a collection, if the next moment is that far away.</summary>
    public bool IsDue(TimeSpan untilNext) => IsDue(untilNext, GC.CollectionCount(0), GC.GetTotalAllocatedBytes());

    /// <summary>The same by the runtime's numbers of collections and of bytes allocated.</summary>
    public bool IsDue(TimeSpan untilNext, int collections, long allocated)
    {
        if (collections == seen) return runs >= FewestRuns && allocated - since >= enough && allocated - since <= runs * MostOfRun && untilNext >= Gap;

        // The runtime was first: from now on half of what it waited for is enough.
        if (runs >= FewestRuns) enough = Math.Max(Least, Math.Min(enough, (allocated - since) / 2));
        Collected(collections, allocated);
        return false;
    }

    /// <summary>Collects what is young.</summary>
    public void Collect()
    {
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        enough = Math.Min(Most, enough + (enough / 8));
        Collected(GC.CollectionCount(0), GC.GetTotalAllocatedBytes());
    }

    private void Collected(int collections, long allocated) => (seen, since, runs) = (collections, allocated, 0);
}
