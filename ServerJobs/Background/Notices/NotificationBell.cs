using System.Collections.Concurrent;

namespace ServerJobs.Background;

/// <summary>Wakes those who wait for notifications of a session on this server. Thread-safe.</summary>
internal sealed class NotificationBell
{
    private readonly ConcurrentDictionary<BackgroundOwner, TaskCompletionSource> waiting = new();

    /// <summary>Whether anybody waits.</summary>
    public bool IsAwaited => !waiting.IsEmpty;

    /// <summary>Ends at the next ring; taken before the store is looked at, so that nothing is missed in between.</summary>
    public Task Next(BackgroundOwner owner) => waiting.GetOrAdd(owner, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(BackgroundOwner owner)
    {
        if (waiting.TryRemove(owner, out var waits)) waits.TrySetResult();
    }
}
