namespace Connectors.OneC;

/// <summary>Limits the parallel calls to one base; when 1C has run out of sessions the limit is lower for a while.</summary>
internal sealed class OneCPlaces(int max, TimeProvider time)
{
    /// <summary>How long fewer calls go out after 1C said that its pool is empty.</summary>
    public static readonly TimeSpan Relief = TimeSpan.FromSeconds(30);

    private readonly Lock sync = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private int withheld;
    private int taken;
    private long shrunkAt;

    /// <summary>How many calls may be on their way now.</summary>
    public int Limit
    {
        get
        {
            lock (sync) return Current();
        }
    }

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource>? place;
        lock (sync)
        {
            if (waiting.Count == 0 && taken < Current())
            {
                taken++;
                return;
            }

            place = waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var leaving = cancellationToken.UnsafeRegister(_ => GiveUp(place, cancellationToken), null).ConfigureAwait(false);
        await place.Value.Task.ConfigureAwait(false);
    }

    public void Leave()
    {
        lock (sync)
        {
            taken--;
            Admit();
        }
    }

    /// <summary>1C had no session for us: send one call fewer at a time, for a while.</summary>
    public void Shrink()
    {
        lock (sync)
        {
            withheld = max - Math.Max(1, Current() - 1);
            shrunkAt = time.GetTimestamp();
        }
    }

    private int Current()
    {
        if (withheld > 0 && time.GetElapsedTime(shrunkAt) >= Relief) withheld = 0;
        return max - withheld;
    }

    private void Admit()
    {
        while (taken < Current() && waiting.First is { } next)
        {
            waiting.RemoveFirst();
            taken++;
            next.Value.TrySetResult();
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (place.List is null) return;
            waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }
}
