using Cleverence.Connectivity;

namespace Server.Operations;

/// <summary>
/// The locks of server operations: first come, first served. An operation called by another runs inside it, so it passes the
/// queue and never waits for its own callers; a circle of waiting that remains is refused at once. Thread-safe.
/// </summary>
internal sealed class OperationLocks(TimeProvider time, TimeSpan waitLimit, SharedOperationLock? shared = null)
{
    private readonly AsyncLocal<OperationHold?> current = new();
    private readonly Lock sync = new();
    private readonly List<OperationHold> running = [];
    private readonly List<OperationHold> waiting = [];

    /// <summary>Runs an operation under its lock.</summary>
    public async ValueTask<T> RunAsync<T>(string name, ServerOperationLock mode, string caller, Func<CancellationToken, ValueTask<T>> operation, CancellationToken cancellationToken)
    {
        var hold = new OperationHold(name, mode, caller, Caller(), time.GetUtcNow());
        await EnterAsync(hold, cancellationToken);
        try
        {
            // First come, first served on this server; then among the servers that share the database.
            if (shared is not null)
            {
                await shared.EnterAsync(hold, waitLimit, cancellationToken);
                hold.IsShared = true;
            }

            // Seen by what the operation calls, and by nobody else: it does not flow back to our caller.
            current.Value = hold;
            return await operation(cancellationToken);
        }
        finally
        {
            if (hold.IsShared) await shared!.LeaveAsync(hold);
            Leave(hold);
        }
    }

    /// <summary>All running and waiting operations of all servers, this server's first.</summary>
    public async Task<IReadOnlyList<OperationState>> LookAsync(CancellationToken cancellationToken) =>
        shared is null ? Look() : [.. Look(), .. await shared.LookAsync(cancellationToken)];

    /// <summary>All running and waiting operations of this server, the running first.</summary>
    public IReadOnlyList<OperationState> Look()
    {
        lock (sync)
        {
            return
            [
                .. running.Select(hold => new OperationState(hold.Name, hold.Mode, true, hold.Caller, hold.Since, [])),
                .. waiting.Select(hold => new OperationState(hold.Name, hold.Mode, false, hold.Caller, hold.Since, [.. Barring(hold).Select(other => other.Name)])),
            ];
        }
    }

    // A caller that has ended without waiting for what it called holds nothing any more.
    private OperationHold? Caller()
    {
        var caller = current.Value;
        while (caller is { Ended: true }) caller = caller.Parent;
        return caller;
    }

    private async ValueTask EnterAsync(OperationHold hold, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            waiting.Add(hold);
            if (WaitsInCircle(hold))
            {
                waiting.Remove(hold);
                throw OperationErrors.Circle(hold, Barring(hold));
            }

            Grant();
        }

        if (!hold.Granted.Task.IsCompleted) await WaitAsync(hold, cancellationToken);
    }

    private async ValueTask WaitAsync(OperationHold hold, CancellationToken cancellationToken)
    {
        try
        {
            await hold.Granted.Task.WaitAsync(waitLimit, time, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            IReadOnlyList<OperationHold> barring;
            lock (sync)
            {
                // Granted between the time-out and here: the lock is ours, and so is the turn.
                if (!waiting.Remove(hold)) return;
                barring = Barring(hold);
                Grant();
            }

            if (failure is TimeoutException) throw OperationErrors.WaitedTooLong(hold, [.. barring.Select(other => (other.Name, other.Since))], waitLimit, time.GetUtcNow());
            throw;
        }
    }

    private void Leave(OperationHold hold)
    {
        lock (sync)
        {
            hold.Ended = true;
            running.Remove(hold);
            Grant();
        }
    }

    // Front to back: whoever is barred by nobody running, nor by anyone who came earlier, starts.
    private void Grant()
    {
        for (var i = 0; i < waiting.Count; i++)
        {
            var hold = waiting[i];
            if (Barring(hold).Count > 0) continue;
            if (!hold.IsNested && waiting.Take(i).Any(earlier => earlier.Bars(hold))) continue;
            waiting.RemoveAt(i--);
            running.Add(hold);
            hold.Since = time.GetUtcNow();
            hold.Granted.TrySetResult();
        }
    }

    private List<OperationHold> Barring(OperationHold hold) => running.FindAll(hold.Bars);

    // A chain waits for the chains that bar it; when one of those waits, however far, for this chain, nobody would ever go on.
    private bool WaitsInCircle(OperationHold hold)
    {
        var seen = new HashSet<OperationHold>();
        var next = new Stack<OperationHold>(Barring(hold).Select(other => other.Chain));
        while (next.TryPop(out var chain))
        {
            if (chain == hold.Chain) return true;
            if (!seen.Add(chain)) continue;
            foreach (var waits in waiting.Where(other => other.Chain == chain))
            {
                foreach (var bars in Barring(waits)) next.Push(bars.Chain);
            }
        }

        return false;
    }
}
