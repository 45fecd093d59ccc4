using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Server.Storage;

/// <summary>The one writer of a database file, on a thread of its own: SQLite has no asynchronous calls, and a waiting disk must not hold a thread of the pool.</summary>
internal sealed class BatchWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly int batchLimit;
    private readonly Queue<WriteItem> queue = new();
    private readonly Lock gate = new();
    private readonly SemaphoreSlim waiting = new(0);
    private readonly SemaphoreSlim room;
    private readonly Thread thread;
    private bool ending;
    private long dropped;

    public BatchWriter(SqliteConnection connection, int queueLimit, int batchLimit)
    {
        this.connection = connection;
        this.batchLimit = batchLimit;
        room = new SemaphoreSlim(queueLimit);
        thread = new Thread(Work) { IsBackground = true, Name = $"Writer of {Path.GetFileName(connection.DataSource)}" };
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
            ending = true;
            waiting.Release();
        }

        thread.Join();
        waiting.Dispose();
        room.Dispose();
        connection.Dispose();
    }

    private Task<T> Add<T>(Func<DbConnection, T> work, CancellationToken cancellationToken)
    {
        var item = new WriteItemOf<T>(work, cancellationToken);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ending, this);
            queue.Enqueue(item);
            waiting.Release();
        }

        return item.Task;
    }

    private void Work()
    {
        using var batch = new WriteBatch(connection);
        var items = new List<WriteItem>();
        while (Take(items)) Execute(batch, items);
    }

    private bool Take(List<WriteItem> items)
    {
        waiting.Wait();
        items.Clear();
        lock (gate)
        {
            while (items.Count < batchLimit && queue.TryDequeue(out var item)) items.Add(item);
            if (items.Count == 0) return !ending;
        }

        // One signal was taken above, the others of this batch here. There is never a signal less than there are items.
        for (var i = 1; i < items.Count; i++) waiting.Wait(0);
        room.Release(items.Count);
        return true;
    }

    private static void Execute(WriteBatch batch, List<WriteItem> items)
    {
        try
        {
            batch.Execute(items);
        }
        catch (Exception broken)
        {
            // Those that were told already keep their answer; the others must not wait for ever.
            foreach (var item in items) item.Fail(broken);
        }
    }
}
