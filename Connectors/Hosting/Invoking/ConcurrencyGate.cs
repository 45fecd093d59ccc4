namespace Connectors.Hosting;

/// <summary>N places and a short bounded queue. A place is given back when the method really ends, not when its caller was answered.</summary>
internal sealed class ConcurrencyGate(int places, int queue)
{
    private readonly Lock sync = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
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
    /// <returns>A completed task for a place taken, a running one for a place in the queue, null when both are full.</returns>
    public Task? EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> node;
        lock (sync)
        {
            if (running < Places && waiting.Count == 0)
            {
                running++;
                return Task.CompletedTask;
            }

            if (waiting.Count >= queue) return null;
            node = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return WaitAsync(node, cancellationToken);
    }

    public void Exit()
    {
        TaskCompletionSource? next = null;
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
        next?.SetResult();
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> node, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(_ => Leave(node, cancellationToken), null).ConfigureAwait(false);
        await node.Value.Task.ConfigureAwait(false);
    }

    private void Leave(LinkedListNode<TaskCompletionSource> node, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (node.List is null) return;
            waiting.Remove(node);
        }

        node.Value.TrySetCanceled(cancellationToken);
    }
}
