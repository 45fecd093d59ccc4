using System.Data;
using System.Data.Common;

namespace Server.Storage;

/// <summary>Commits a group of writes in one transaction. A failing one does not fail its neighbours.</summary>
/// <remarks>
/// A group is tried as it is first; one that met a failure is written again with a savepoint before each write. Over a network a savepoint is two round trips,
/// and in a file every page that is touched after it is copied once more.
/// A group locks its rows in the order of its writes, which is not that of another server's group. A database that cuts such a knot by refusing one of
/// the two is asked again after a moment: for the whole group, then for each write alone, which holds fewer rows and for a shorter time.
/// </remarks>
/// <param name="connection">The writer's connection.</param>
/// <param name="source">The database.</param>
/// <param name="pause">Waits; less when the writer ends.</param>
internal sealed class WriteBatch(DbConnection connection, SqlSource source, Action<TimeSpan> pause) : IDisposable
{
    private const int TriesTogether = 2;
    private readonly WriteTransaction transaction = new(connection, source);
    private readonly LoneWrites alone = new(connection, source, pause);
    private readonly List<WriteItem> uncommitted = [];

    /// <summary>The failure of the database itself that the last group met.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether that fault came before anything was written, so that the group may be tried on another connection.</summary>
    public bool Untouched { get; private set; }

    public void Execute(IReadOnlyList<WriteItem> items)
    {
        Fault = null;
        Untouched = true;
        var inConflict = false;
        for (var tries = 0; tries < TriesTogether; tries++)
        {
            if (TryTogether(items, out inConflict)) return;
            if (!inConflict) break;
            alone.Pause();
        }

        if (inConflict) RunAlone(items);
        else RunEach(items);
    }

    public void Dispose()
    {
        transaction.Dispose();
        alone.Dispose();
    }

    // False when the group has to be run otherwise, and nothing of it is kept.
    private bool TryTogether(IReadOnlyList<WriteItem> items, out bool inConflict)
    {
        inConflict = false;
        if (!TryBegin()) return true;
        Untouched = false;
        try
        {
            foreach (var item in items) item.Run(connection);
        }
        catch (Exception cause)
        {
            inConflict = source.IsConflict(cause);
            Note(transaction.Rollback());
            if (!inConflict) Note(cause);
            if (connection.State == ConnectionState.Open && !transaction.IsOpen) return false;
            Fail(items, cause);
            return true;
        }

        uncommitted.AddRange(items);
        if (TryCommit()) return true;
        uncommitted.Clear();
        inConflict = true;
        return false;
    }

    private void RunEach(IReadOnlyList<WriteItem> items)
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (!transaction.IsOpen && !TryBegin()) return;
            if (TryRun(items[at])) continue;
            RunAlone([.. Uncommitted(), .. items.Skip(at)]);
            return;
        }

        if (transaction.IsOpen && !TryCommit()) RunAlone(Uncommitted());
    }

    private void RunAlone(IReadOnlyList<WriteItem> items) => Fault = alone.Run(items) ?? Fault;

    private bool TryBegin()
    {
        try
        {
            transaction.Begin();
            return true;
        }
        catch (Exception cause) when (cause is DbException or TimeoutException or InvalidOperationException)
        {
            Fault = cause;
            return false;
        }
    }

    // False when a conflict ended the transaction.
    private bool TryRun(WriteItem item)
    {
        Untouched = false;
        try
        {
            transaction.Save();
            item.Run(connection);
            transaction.Release();
            uncommitted.Add(item);
        }
        catch (Exception cause)
        {
            if (source.IsConflict(cause))
            {
                Note(transaction.Rollback());
                return false;
            }

            Note(cause);
            item.Fail(source.Explain(cause));
            if (!TryUndo()) FailAll(cause);
        }

        return true;
    }

    // A full disk or an I/O error makes SQLite roll the whole transaction back by itself; the items before are then lost too and must hear it.
    private bool TryUndo()
    {
        if (!transaction.IsOpen) return uncommitted.Count == 0;
        try
        {
            transaction.Undo();
            return true;
        }
        catch (DbException)
        {
            Note(transaction.Rollback());
            return false;
        }
    }

    // False when a conflict ended the transaction: nothing of it is kept, and nobody was told yet.
    private bool TryCommit()
    {
        try
        {
            transaction.Commit();
        }
        catch (Exception cause) when (cause is DbException or TimeoutException)
        {
            var inConflict = source.IsConflict(cause);
            if (!inConflict) Note(cause);
            Note(transaction.Rollback());
            if (inConflict) return false;
            FailAll(cause);
            return true;
        }

        foreach (var item in uncommitted) item.Complete();
        uncommitted.Clear();
        return true;
    }

    private List<WriteItem> Uncommitted()
    {
        List<WriteItem> items = [.. uncommitted];
        uncommitted.Clear();
        return items;
    }

    private void Note(Exception? cause)
    {
        if (cause is not null && source.Explain(cause) is StorageException) Fault ??= cause;
    }

    private void FailAll(Exception cause)
    {
        Fail(uncommitted, cause);
        uncommitted.Clear();
    }

    private void Fail(IEnumerable<WriteItem> items, Exception cause)
    {
        var told = source.Explain(cause);
        foreach (var item in items) item.Fail(told);
    }
}
