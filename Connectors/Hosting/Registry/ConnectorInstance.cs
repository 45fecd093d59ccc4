using Cleverence.Connectivity;

namespace Connectors.Hosting;

/// <summary>
/// One built connector with the number of calls inside it. A replaced instance takes no new calls; when its last call
/// has ended it is disposed, and only then may its plugin go.
/// </summary>
internal sealed class ConnectorInstance
{
    // The count of calls inside, with the top bit set once the instance is being retired.
    private const int Retired = int.MinValue;
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int calls;

    public ConnectorInstance(IAsyncConnector connector)
    {
        Connector = connector;

        // The old door is synchronous: a quick first call says nothing about the next one.
        Methods = new MethodIndex(connector as IConnectorMethods, blocking: connector is ClassicConnectorAdapter);
    }

    public IAsyncConnector Connector { get; }

    public MethodIndex Methods { get; }

    /// <summary>A classic connector that keeps its limit itself: the host only measures.</summary>
    public bool KeepsOwnLimit { get; init; }

    /// <summary>The limit a classic connector has set for itself, null in it for none; null means the configured limit.</summary>
    public Func<TimeSpan?>? OwnLimit { get; init; }

    /// <summary>Which methods of a classic connector are called once more after a time-out; null for none.</summary>
    public Func<string, bool>? ReInvokes { get; init; }

    public int Calls => Volatile.Read(ref calls) & ~Retired;

    /// <summary>Takes a place inside; false when the instance is being retired.</summary>
    public bool TryEnter()
    {
        while (true)
        {
            var seen = Volatile.Read(ref calls);
            if ((seen & Retired) != 0) return false;
            if (Interlocked.CompareExchange(ref calls, seen + 1, seen) == seen) return true;
        }
    }

    public void Exit()
    {
        if (Interlocked.Decrement(ref calls) == Retired) drained.TrySetResult();
    }

    /// <summary>Closes the door; the task ends when the last call inside has ended.</summary>
    public Task RetireAsync()
    {
        if (Interlocked.Or(ref calls, Retired) == 0) drained.TrySetResult();
        return drained.Task;
    }

    /// <summary>Disposes the connector; its failure is handed back for the log and stops nobody.</summary>
    public async ValueTask<Exception?> DisposeConnectorAsync()
    {
        try
        {
            if (Connector is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
            else (Connector as IDisposable)?.Dispose();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
