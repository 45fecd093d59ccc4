namespace ServerJobs;

/// <summary>The moments jobs wait for, the earliest first. Entries of jobs that were changed stay until they come up; they no longer agree with their job.</summary>
internal sealed class JobMoments
{
    private readonly PriorityQueue<JobSlot, long> queue = new();

    /// <summary>Whether a timetable that several servers share keeps the moments; then none comes up here.</summary>
    public bool Elsewhere { get; set; }

    /// <summary>Told of a moment before all others; the loop sleeps until the one it knew.</summary>
    public Action? Sooner { get; set; }

    public void Add(JobSlot slot, long moment)
    {
        if (moment == JobSlot.Never || Elsewhere) return;
        var sooner = !queue.TryPeek(out _, out var first) || moment < first;
        queue.Enqueue(slot, moment);
        if (sooner) Sooner?.Invoke();
    }

    /// <summary>The earliest moment that counts; null for none.</summary>
    public long? Next()
    {
        while (queue.TryPeek(out var slot, out var moment))
        {
            if (slot.Awaits(moment)) return moment;
            queue.Dequeue();
        }

        return null;
    }

    /// <summary>The job of the earliest entry; after <see cref="Next"/>.</summary>
    public JobSlot First => queue.Peek();

    /// <summary>Takes the earliest entry; after <see cref="Next"/>.</summary>
    public JobSlot Take() => queue.Dequeue();
}
