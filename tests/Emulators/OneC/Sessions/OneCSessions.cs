namespace Emulators.OneC;

/// <summary>What the console of the cluster would show: how many sessions there were and are.</summary>
public sealed class OneCSessions
{
    private readonly Lock gate = new();
    private int started, alive, peak, refused, lost, parallel, finished;

    /// <summary>Sessions ever started.</summary>
    public int Started => started;

    /// <summary>Sessions alive now, idle ones included as of the last request.</summary>
    public int Alive => alive;

    /// <summary>The most sessions alive at once.</summary>
    public int Peak => peak;

    /// <summary>Calls refused because the pool or the licences were exhausted.</summary>
    public int Refused => refused;

    /// <summary>Calls with a cookie of an unknown or ended session (400).</summary>
    public int Lost => lost;

    /// <summary>Calls that came into a session busy with another call.</summary>
    public int ParallelInOneSession => parallel;

    /// <summary>Sessions ended by <c>IBSession: finish</c>.</summary>
    public int Finished => finished;

    internal bool TryStart(int? licences)
    {
        lock (gate)
        {
            if (alive >= (licences ?? int.MaxValue)) return false;
            started++;
            peak = Math.Max(peak, ++alive);
            return true;
        }
    }

    internal void End()
    {
        lock (gate) alive--;
    }

    internal void CountRefused() => Interlocked.Increment(ref refused);

    internal void CountLost() => Interlocked.Increment(ref lost);

    internal void CountParallel() => Interlocked.Increment(ref parallel);

    internal void CountFinished() => Interlocked.Increment(ref finished);
}
