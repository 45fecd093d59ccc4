using System.Runtime.CompilerServices;

namespace Connectors.Hosting;

/// <summary>
/// Threads of one connector, at most as many as its gate has places. Foreign code that blocks holds one of them and nobody else's.
/// Threads come with work and go after a while without it.
/// </summary>
internal sealed class ConnectorThreads(string connectorId, int limit)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);
    private readonly object sync = new();
    private readonly Queue<Action> work = new();
    private int threads;
    private int idle;

    /// <summary>Runs the work on a thread of this connector. The work must not throw.</summary>
    public void Run(Action action)
    {
        lock (sync)
        {
            work.Enqueue(action);
            if (idle >= work.Count)
            {
                Monitor.Pulse(sync);
                return;
            }

            if (threads == limit) return;
            threads++;
        }

        new Thread(Loop) { IsBackground = true, Name = $"connector {connectorId}" }.UnsafeStart();
    }

    private void Loop()
    {
        while (RunNext())
        {
            // All is done in a frame of its own: a variable here would keep the last call, and with it its plugin, while the thread waits.
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RunNext()
    {
        if (Next() is not { } action) return false;
        action();
        return true;
    }

    private Action? Next()
    {
        lock (sync)
        {
            while (work.Count == 0)
            {
                idle++;
                var woken = Monitor.Wait(sync, Idle);
                idle--;
                if (woken || work.Count > 0) continue;
                threads--;
                return null;
            }

            return work.Dequeue();
        }
    }
}
