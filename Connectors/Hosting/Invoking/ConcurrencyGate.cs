namespace Connectors.Hosting;

/// <summary>N places and a short bounded queue. A place is given back when the method really ends, not when its caller was answered.</summary>
internal sealed class ConcurrencyGate(int places, int queue)
{
    private static readonly Task<bool> Admitted = Task.FromResult(true);
    private readonly Lock sync = new();
    private readonly LinkedList<TaskCompletionSource<bool>> waiting = new();
    private int running;

    public int Places { get; } = places;

    public int Running => Volatile.Read(ref running);

    public int Waiting
    {
        get
        {
            lock (sync) return waiting.Count;
        }
    }

    /// <summary>Takes a place, waits in the queue for one, or says at once that both are full.</summary>
    /// <param name="queued">The place in the queue, for <see cref="Leave"/>.</param>
    /// <returns>True once admitted, false once the queue was left; null when both are full.</returns>
    public Task<bool>? EnterAsync(out LinkedListNode<TaskCompletionSource<bool>>? queued)
    {
        queued = null;
        lock (sync)
        {
            if (running < Places)
            {
                running++;
                return Admitted;
            }

            if (waiting.Count >= queue) return null;
            queued = waiting.AddLast(new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
            return queued.Value.Task;
        }
    }

    /// <summary>Leaves the queue; nothing happens to one who was admitted before.</summary>
    public void Leave(LinkedListNode<TaskCompletionSource<bool>> queued)
    {
        lock (sync)
        {
            if (queued.List is null) return;
            waiting.Remove(queued);
        }

        queued.Value.SetResult(false);
    }

    public void Exit()
    {
        TaskCompletionSource<bool>? next = null;
        lock (sync)
        {
            if (waiting.First is { } first)
            {
                waiting.RemoveFirst();
                next = first.Value;
            }
            else
            {
                running--;
            }
        }

        // The place passes on without being given back in between, so nobody overtakes the queue.
        next?.SetResult(true);
    }
}
