using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Server.Storage;

/// <summary>The one writer of a room, on a thread of its own: SQLite has no asynchronous calls, and a waiting disk must not hold a thread of the pool.</summary>
/// <remarks>While the database is away, what is written fails with the cause; a write after that finds it again by itself.</remarks>
internal sealed class BatchWriter : IDisposable
{
    // How often a write that collided with another server's is tried again.
    private const int Collisions = 5;
    private readonly SqlSource source;
    private readonly Func<bool, DbConnection> connect;
    private readonly ILogger logger;
    private readonly int batchLimit;
    private readonly TimeSpan gather;
    private readonly Queue<WriteItem> queue = new();
    private readonly Lock gate = new();
    // Not a semaphore of the runtime: before it sleeps that spins, which cost more than all the writing.
    private readonly AutoResetEvent waiting = new(false);
    private readonly ManualResetEvent ended = new(false);
    private readonly SemaphoreSlim room;
    private readonly Thread thread;
    private DbConnection? connection;
    private WriteBatch? batch;
    private bool ending;
    private long dropped;
    private long failed;

    /// <summary>Connects and starts.</summary>
    /// <param name="source">The database.</param>
    /// <param name="connect">Opens a connection and brings its tables up to date; told whether it may make the database.</param>
    /// <param name="queueLimit">How many writes may wait.</param>
    /// <param name="batchLimit">How many go into one transaction at most.</param>
    /// <param name="gather">How long a write waits for others to share its commit.</param>
    /// <param name="logger">Takes faults and their ends.</param>
    public BatchWriter(SqlSource source, Func<bool, DbConnection> connect, int queueLimit, int batchLimit, TimeSpan gather, ILogger logger)
    {
        this.gather = gather;
        this.source = source;
        this.connect = connect;
        this.logger = logger;
        this.batchLimit = batchLimit;
        room = new SemaphoreSlim(queueLimit);
        Connect(create: true);
        thread = new Thread(Work) { IsBackground = true, Name = $"Writer of {Path.GetFileName(source.Name)}" };
        thread.Start();
    }

    /// <summary>How many writes were dropped because the queue was full.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Queues a write, waiting for room; the task ends after the commit.</summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await Add(work, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for a write that may stand in the way of one of another server: the one the database sends back is tried again.</summary>
    public async Task<T> WriteAgainAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        for (var left = Collisions; ; left--)
        {
            try
            {
                return await WriteAsync(work, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException refusal) when (left > 0 && SqlRefusal.IsCollision(refusal))
            {
                // The other one is through by now: the database waits a second before it sends anybody back.
            }
        }
    }

    /// <summary>Queues a write that may be lost: with the queue full it is dropped and counted.</summary>
    public Task TryWriteAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        if (room.Wait(0, CancellationToken.None)) return Add(work, cancellationToken);
        Interlocked.Increment(ref dropped);
        return Task.CompletedTask;
    }

    /// <summary>Commits what is queued, then ends.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (ending) return;
            Volatile.Write(ref ending, true);
            ended.Set();
            waiting.Set();
        }

        thread.Join();
        waiting.Dispose();
        ended.Dispose();
        room.Dispose();
    }

    private Task<T> Add<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        var item = new WriteItemOf<T>(work, cancellationToken);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ending, this);
            queue.Enqueue(item);
            if (queue.Count == 1) waiting.Set();
        }

        return item.Task;
    }

    private void Work()
    {
        // Rows that wait for company may wait for a processor too: on a small machine their commits would hold up what must be on time.
        if (gather > TimeSpan.Zero) Niceness.GiveWay();
        var items = new List<WriteItem>();
        while (Take(items))
        {
            items.RemoveAll(item => item.CancelIfAsked());
            if (items.Count == 0) continue;
            var fault = Execute(items);
            if (fault is not null && Volatile.Read(ref ending)) Abandon(fault);
        }

        Disconnect();
    }

    private bool Take(List<WriteItem> items)
    {
        items.Clear();
        while (true)
        {
            if (Gathers()) ended.WaitOne(gather);
            lock (gate)
            {
                while (items.Count < batchLimit && queue.TryDequeue(out var item)) items.Add(item);
                if (items.Count == 0 && ending) return false;
            }

            if (items.Count > 0) break;
            waiting.WaitOne();
        }

        room.Release(items.Count);
        return true;
    }

    private bool Gathers()
    {
        if (gather == TimeSpan.Zero) return false;
        lock (gate) return !ending && queue.Count > 0 && queue.Count < batchLimit;
    }

    // Those that were told already keep their answer; the others must not wait for ever.
    private Exception? Execute(List<WriteItem> items)
    {
        var fault = Try(items);
        if (fault is null)
        {
            if (failed > 0) Tell(() => Log.WritesSucceed(logger, source.Name, failed));
            failed = 0;
            return null;
        }

        var told = source.Explain(fault);
        if (failed == 0) Tell(() => Log.WritesFail(logger, told.Message));
        failed += items.Count;
        foreach (var item in items) item.Fail(told);
        return told;
    }

    private Exception? Try(List<WriteItem> items)
    {
        try
        {
            if (connection is not null && !source.IsUsable(connection)) Disconnect();
            var old = connection is not null;
            if (!old) Connect(create: false);
            batch!.Execute(items);
            if (batch.Fault is not { } fault || !source.Breaks(fault)) return batch.Fault;

            Disconnect();
            if (!old || !batch.Untouched || !source.IsStale(fault)) return fault;

            // The connection had died since the last group, and nothing of this one was written through it.
            Connect(create: false);
            batch.Execute(items);
            return batch.Fault;
        }
        catch (Exception broken)
        {
            Disconnect();
            return broken;
        }
    }

    private void Connect(bool create)
    {
        connection = connect(create);
        batch = new WriteBatch(connection, source, wait => ended.WaitOne(wait));
    }

    private void Disconnect()
    {
        try
        {
            batch?.Dispose();
            connection?.Dispose();
        }
        catch (DbException gone)
        {
            // It is given up because it is broken; how it breaks does not matter any more.
            Tell(() => Log.WritesFail(logger, gone.Message));
        }

        connection = null;
    }

    // A server that stops does not wait for the same fault once for each group.
    private void Abandon(Exception told)
    {
        lock (gate)
        {
            while (queue.TryDequeue(out var item)) item.Fail(told);
        }
    }

    // A log that throws must not end the writer.
    private static void Tell(Action log)
    {
        try
        {
            log();
        }
        catch (Exception deaf) when (deaf is not OutOfMemoryException)
        {
            // There is nobody left to tell.
        }
    }
}
