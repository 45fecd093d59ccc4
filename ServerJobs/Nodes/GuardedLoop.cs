namespace ServerJobs;

/// <summary>A thread of its own that does one thing again and again, whatever it throws: the store may be away for long, and the pool may have no thread to spare.</summary>
internal sealed class GuardedLoop(string name, Func<TimeSpan> step, Action<Exception> failed, Action recovered) : IDisposable
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMilliseconds(250);
    private readonly AutoResetEvent woken = new(false);
    private Thread? thread;
    private volatile bool stopping;
    private bool ill;

    public void Start()
    {
        thread = new Thread(Loop) { IsBackground = true, Name = name };
        thread.Start();
    }

    public void Wake() => woken.Set();

    public void Stop()
    {
        stopping = true;
        woken.Set();
        thread?.Join();
        thread = null;
    }

    public void Dispose()
    {
        Stop();
        woken.Dispose();
    }

    /// <summary>Makes a step, and tells of the first failure and of the end of failing only.</summary>
    /// <returns>How long to wait for the next.</returns>
    internal TimeSpan StepGuarded()
    {
        try
        {
            var wait = step();
            if (ill) Quietly.Do(recovered);
            ill = false;
            return wait;
        }
        catch (Exception fault)
        {
            if (!ill) Quietly.Do(() => failed(fault));
            ill = true;
            return PauseAfterFault;
        }
    }

    private void Loop()
    {
        while (!stopping)
        {
            var wait = StepGuarded();
            if (wait > TimeSpan.Zero) woken.WaitOne(wait);
        }
    }
}
