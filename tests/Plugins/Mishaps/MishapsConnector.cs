using Cleverence.Connectivity;
using Ticks;

namespace Mishaps;

/// <summary>A method for every way in which a job's call can go wrong. Each tells first that it was called.</summary>
[Connector("Mishaps", Settings = typeof(MishapsSettings))]
public sealed class MishapsConnector(MishapsSettings settings) : Connector
{
    private const int LeakedBytes = 16 * 1024 * 1024, MostLeaks = 64;
    private static readonly List<byte[]> Leaked = [];
    private readonly TickWriter ticks = new(settings.File);

    [ConnectorMethod]
    public void Throws()
    {
        ticks.Write("mishap", nameof(Throws));
        throw new InvalidOperationException("This job always throws.");
    }

    [ConnectorMethod]
    public async Task HangsAwaitingAsync()
    {
        ticks.Write("mishap", "HangsAwaiting");
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
    }

    [ConnectorMethod]
    public void BlocksThread()
    {
        ticks.Write("mishap", nameof(BlocksThread));
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Blocks a thread that is not its connector's any more.</summary>
    [ConnectorMethod]
    public async Task BlocksAfterAwaitAsync()
    {
        await Task.Yield();
        ticks.Write("mishap", "BlocksAfterAwait");
        Thread.Sleep(Timeout.Infinite);
    }

    [ConnectorMethod]
    public void Leaks()
    {
        var bytes = new byte[LeakedBytes];
        Array.Fill(bytes, (byte)1);
        lock (Leaked)
        {
            // A gigabyte shows the fault; more would take the machine's other work with it.
            if (Leaked.Count < MostLeaks) Leaked.Add(bytes);
        }

        ticks.Write("mishap", nameof(Leaks));
    }

    [ConnectorMethod]
    public void AsyncVoidThrows()
    {
        ticks.Write("mishap", nameof(AsyncVoidThrows));
        Forgotten();
    }

    /// <summary>Blocks every thread the pool has and gets, until the time is over; then tells how many there were.</summary>
    [ConnectorMethod]
    public void StarvesPool(int items, int seconds)
    {
        var over = new ManualResetEventSlim();
        var blocked = 0;
        for (var item = 0; item < items; item++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                if (over.IsSet) return;
                Interlocked.Increment(ref blocked);
                over.Wait();
            }, null);
        }

        ticks.Write("mishap", nameof(StarvesPool));
        new Thread(() =>
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
            ticks.Write("released", Volatile.Read(ref blocked).ToString(System.Globalization.CultureInfo.InvariantCulture));
            over.Set();
        }) { IsBackground = true }.Start();
    }

    private static async void Forgotten()
    {
        await Task.Yield();
        throw new InvalidOperationException("Nobody can catch this.");
    }
}
