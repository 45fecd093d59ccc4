using System.Collections.Concurrent;
using Cleverence.Connectivity;

namespace Hanging;

/// <summary>Hangs in every way a method can, until told to let go.</summary>
[Connector("Hanging")]
public sealed class HangingConnector : Connector, IDisposable
{
    private static readonly ConcurrentBag<HangingConnector> Alive = [];
    private readonly ManualResetEventSlim letGo = new();
    private readonly TaskCompletionSource letGoAsync = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int hanging;

    public HangingConnector() => Alive.Add(this);

    [ConnectorMethod]
    public Task<string> HangBeforeAwaitAsync()
    {
        Interlocked.Increment(ref hanging);
        letGo.Wait();
        return Task.FromResult("let go");
    }

    [ConnectorMethod]
    public async Task<string> HangAfterAwaitAsync()
    {
        await Task.Yield();
        Interlocked.Increment(ref hanging);
        await letGoAsync.Task;
        return "let go";
    }

    [ConnectorMethod]
    public void HangBlocking()
    {
        Interlocked.Increment(ref hanging);
        letGo.Wait();
    }

    /// <summary>Blocks a thread that is not its connector's any more.</summary>
    [ConnectorMethod]
    public async Task<string> HangBlockingAfterAwaitAsync()
    {
        await Task.Yield();
        Interlocked.Increment(ref hanging);
        letGo.Wait();
        return "let go";
    }

    /// <summary>Heeds its token, and says so.</summary>
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public async Task<string> WaitForTokenAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "never";
    }

    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public string Ping() => "pong";

    /// <summary>How many calls have started to hang so far.</summary>
    [ConnectorMethod(Safety = MethodSafety.Safe)]
    public int CountHanging() => Volatile.Read(ref hanging);

    [ConnectorMethod]
    public void LetGo()
    {
        letGo.Set();
        letGoAsync.TrySetResult();
    }

    public static void LetAllGo()
    {
        foreach (var one in Alive) one.LetGo();
    }

    public void Dispose() => LetGo();
}
