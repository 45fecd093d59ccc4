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
    private readonly Dictionary<ReplayKey, ReplayEntry> running = [];
    private readonly ReplayLog log = new(maxBytes);
    private readonly ArgumentsPrint print = new();
    private ReplayRecord? spare;

    public long Bytes
    {
        get
        {
            lock (sync) return log.Bytes;
        }
    }

    /// <summary>Finds or opens the entry of a request id.</summary>
    /// <param name="args">The call.</param>
    /// <param name="first">Whether the caller is the first and must run the call and <see cref="End"/> it.</param>
    /// <returns>The entry, or null when the id was used with other arguments.</returns>
    public ReplayEntry? Begin(InvokeArgs args, out bool first)
    {
        var key = ReplayKey.Of(args);
        var asked = print.Of(args);
        ReplayEntry? entry;
        byte[]? kept = null;
        lock (sync)
        {
            log.Expire(time.GetTimestamp() - (long)(keep.TotalSeconds * time.TimestampFrequency));
            first = false;
            if (!running.TryGetValue(key, out entry))
            {
                if (log.TryFind(key, out var record)) kept = record.ToArray();
                else (first, running[key]) = (true, entry = new ReplayEntry(key, asked));
            }
        }

        entry ??= ReplayRecord.Read(key, kept);
        return entry.Arguments.AsSpan().SequenceEqual(asked) ? entry : null;
    }

    /// <summary>
    /// Ends an entry: the outcome of a call that started is kept; of one that never started, or may run again, it is forgotten.
    /// Called again for a late outcome, which replaces what stood in for it.
    /// </summary>
    public void End(ReplayEntry entry, CallOutcome outcome)
    {
        var shared = outcome;

        // A single-pass table goes to the first caller alone; whoever shares the id runs a Safe call again, or is told that the table is not kept.
        if (outcome.Result.Value is ConnectorTable { IsStream: true }) shared = outcome with { Result = NotKept(entry) };
        var record = shared is { Started: true, MayRunAgain: false } ? Written(entry, shared) : null;
        lock (sync)
        {
            // Of an outcome and the one that stands in for it, either may come first.
            if (record is not null && !(outcome.StillRunning && entry.IsEnded)) log.Append(entry.Key, record.Bytes, time.GetTimestamp());
            entry.IsEnded |= !outcome.StillRunning;

            // A late outcome may find the id given to another call, which runs.
            if (running.TryGetValue(entry.Key, out var now) && ReferenceEquals(now, entry)) running.Remove(entry.Key);
        }

        if (record is not null) Interlocked.Exchange(ref spare, record);
        entry.Set(shared);
    }

    private ReplayRecord Written(ReplayEntry entry, CallOutcome outcome)
    {
        var record = Interlocked.Exchange(ref spare, null) ?? new ReplayRecord();
        record.Write(entry, outcome.Result);

        // Too large to keep is no reason to forget that the call ran.
        if (record.Bytes.Length > maxBytes / 2) record.Write(entry, NotKept(entry));
        return record;
    }

    private static InvokeResult NotKept(ReplayEntry entry) => InvokeResult.Fail(InvokeErrors.StreamNotKept(entry.Key.RequestId));
}
