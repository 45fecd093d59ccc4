using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>
/// Outcomes by request id: a handheld that lost its Wi-Fi asks again, and nothing runs twice. In memory, per node,
/// for ten minutes and up to a limit of bytes; the oldest outcomes go first, running calls never.
/// </summary>
internal sealed class ReplayCache(TimeProvider time, TimeSpan keep, long maxBytes)
{
    public static readonly TimeSpan DefaultKeep = TimeSpan.FromMinutes(10);
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    private readonly Lock sync = new();
    private readonly Dictionary<ReplayKey, ReplayEntry> entries = [];
    private readonly Queue<ReplayEntry> stored = new();
    private long bytes;

    public long Bytes
    {
        get
        {
            lock (sync) return bytes;
        }
    }

    /// <summary>Finds or opens the entry of a request id.</summary>
    /// <param name="args">The call.</param>
    /// <param name="first">Whether the caller is the first and must run the call and <see cref="End"/> it.</param>
    /// <returns>The entry, or null when the id was used with other arguments.</returns>
    public ReplayEntry? Begin(InvokeArgs args, out bool first)
    {
        var key = ReplayKey.Of(args);
        var hash = ArgumentsHash.Of(args);
        lock (sync)
        {
            Expire();
            first = !entries.TryGetValue(key, out var entry);
            if (first) entries.Add(key, entry = new ReplayEntry(key, hash));
            return entry!.Arguments == hash ? entry : null;
        }
    }

    /// <summary>Ends an entry: the outcome of a call that started is kept; of one that never started, or may run again, it is forgotten.</summary>
    public void End(ReplayEntry entry, CallOutcome outcome)
    {
        var shared = outcome;

        // A single-pass table goes to the first caller alone; whoever shares the id runs a Safe call again, or is told that the table is not kept.
        if (outcome.Result.Value is ConnectorTable { IsStream: true }) shared = outcome with { Result = InvokeResult.Fail(InvokeErrors.StreamNotKept(entry.Key.RequestId)) };
        if (shared is { Started: true, MayRunAgain: false }) Store(entry, shared);
        else Forget(entry);
        entry.Set(shared);
    }

    private void Store(ReplayEntry entry, CallOutcome outcome)
    {
        var size = ResultSize.Of(entry.Key, outcome.Result);
        lock (sync)
        {
            // A late outcome comes too late for an entry that has expired or was given free; the id may belong to another call by now.
            if (!IsKept(entry)) return;
            if (entry.Size > 0)
            {
                // It replaces the one that stood in for it.
                bytes += size - entry.Size;
                entry.Size = size;
                return;
            }

            entry.Size = size;
            entry.StoredAt = time.GetTimestamp();
            bytes += size;
            stored.Enqueue(entry);
            while (bytes > maxBytes && stored.TryDequeue(out var oldest)) Remove(oldest);
        }
    }

    private void Forget(ReplayEntry entry)
    {
        lock (sync)
        {
            if (IsKept(entry)) entries.Remove(entry.Key);
        }
    }

    private bool IsKept(ReplayEntry entry) => entries.TryGetValue(entry.Key, out var kept) && ReferenceEquals(kept, entry);

    private void Expire()
    {
        while (stored.TryPeek(out var oldest) && time.GetElapsedTime(oldest.StoredAt) > keep) Remove(stored.Dequeue());
    }

    private void Remove(ReplayEntry entry)
    {
        entries.Remove(entry.Key);
        bytes -= entry.Size;
    }
}
