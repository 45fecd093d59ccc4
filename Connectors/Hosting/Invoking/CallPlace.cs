namespace Connectors.Hosting;

/// <summary>A call's place in the gate and in the instance. Given back when the last of those who keep it lets go.</summary>
internal sealed class CallPlace(ConcurrencyGate gate)
{
    private int keepers = 1;

    public ConnectorInstance? Instance { get; set; }

    /// <summary>Set when the place is given back.</summary>
    public TaskCompletionSource? Ended { get; init; }

    /// <summary>Whether somebody else keeps the place: a method that outlived its limit, or a table still being read.</summary>
    public bool IsKept => Volatile.Read(ref keepers) > 1;

    public CallPlace Keep()
    {
        Interlocked.Increment(ref keepers);
        return this;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref keepers) != 0) return;
        Instance?.Exit();
        gate.Exit();
        Ended?.TrySetResult();
    }
}
