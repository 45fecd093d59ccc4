namespace Server;

/// <summary>
/// Gives the thread pool more threads when foreign code blocks those it has. A method that blocks after its first await holds a thread of
/// the whole server; by itself the pool replaces one in half a second, so that twenty of them would stop every caller for ten. It looks after the threads for sockets on its way.
/// </summary>
internal sealed class PoolWatch(ILogger<PoolWatch> log) : IHostedService, IDisposable
{
    private const int Step = 16, Most = 512, CalmProbes = 120;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly ManualResetEventSlim stopped = new();
    private readonly SocketThreads sockets = new();
    private volatile bool answered;
    private Thread? watching;

    internal bool IsWatching => watching is { IsAlive: true };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching = new Thread(Watch) { IsBackground = true, Name = "thread pool watch" };
        watching.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    // A start that fails disposes of what was started without stopping it.
    public void Dispose()
    {
        End();
        stopped.Dispose();
    }

    private void End()
    {
        if (watching is not { IsAlive: true } running) return;
        stopped.Set();
        running.Join();
    }

    private void Watch()
    {
        ThreadPool.GetMinThreads(out var usual, out var ports);
        for (var calm = 0; ; calm++)
        {
            answered = false;
            ThreadPool.UnsafeQueueUserWorkItem(static watch => watch.answered = true, this, preferLocal: false);
            if (stopped.Wait(Patience)) return;
            sockets.Tend();
            if (!answered)
            {
                calm = 0;
                More();
            }
            else if (calm == CalmProbes)
            {
                ThreadPool.SetMinThreads(usual, ports);
            }
        }
    }

    private void More()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        var threads = ThreadPool.ThreadCount;
        var wanted = Math.Min(Math.Max(workers, threads) + Step, Most);
        if (wanted <= workers) return;
        ThreadPool.SetMinThreads(wanted, ports);
        log.PoolStarved(Patience, threads, wanted);
    }
}
