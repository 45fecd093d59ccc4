using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>Commits a group of writes in one transaction. A failing one does not fail its neighbours.</summary>
internal sealed class WriteBatch(DbConnection connection, SqlSource source) : IDisposable
{
    private readonly DbCommand begin = Prepare(connection, source.Dialect.Begin);
    private readonly DbCommand commit = Prepare(connection, "COMMIT");
    private readonly DbCommand rollback = Prepare(connection, "ROLLBACK");
    private readonly DbCommand save = Prepare(connection, "SAVEPOINT item");
    private readonly DbCommand release = Prepare(connection, "RELEASE SAVEPOINT item");
    private readonly DbCommand undo = Prepare(connection, "ROLLBACK TO SAVEPOINT item");
    private readonly List<WriteItem> uncommitted = [];
    private bool begun;

    /// <summary>The failure of the database itself that the last group met.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether that fault came before anything was written, so that the group may be tried on another connection.</summary>
    public bool Untouched { get; private set; }

    // Only SQLite ends a transaction by itself and stays connected.
    private bool InTransaction => connection is SqliteConnection file ? raw.sqlite3_get_autocommit(file.Handle) == 0 : begun && connection.State == ConnectionState.Open;

    public void Execute(IReadOnlyList<WriteItem> items)
    {
        Fault = null;
        Untouched = true;
        if (source.Dialect.SavepointEach || !TryTogether(items)) RunEach(items);
    }

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, rollback, save, release, undo }) command.Dispose();
    }

    private static DbCommand Prepare(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private bool TryTogether(IReadOnlyList<WriteItem> items)
    {
        if (!TryBegin()) return true;
        Untouched = false;
        try
        {
            foreach (var item in items) item.Run(connection);
        }
        catch (Exception cause)
        {
            TryRollback();
            Note(cause);
            if (connection.State == ConnectionState.Open) return false;
            Fail(items, cause);
            return true;
        }

        uncommitted.AddRange(items);
        Commit();
        return true;
    }

    private void RunEach(IReadOnlyList<WriteItem> items)
    {
        foreach (var item in items)
        {
            if (!InTransaction && !TryBegin()) return;
            Run(item);
        }

        if (InTransaction) Commit();
    }

    private bool TryBegin()
    {
        try
        {
            begin.ExecuteNonQuery();
            begun = true;
            return true;
        }
        catch (Exception cause) when (cause is DbException or TimeoutException or InvalidOperationException)
        {
            Fault = cause;
            return false;
        }
    }

    private void Run(WriteItem item)
    {
        Untouched = false;
        try
        {
            save.ExecuteNonQuery();
            item.Run(connection);
            release.ExecuteNonQuery();
            uncommitted.Add(item);
        }
        catch (Exception cause)
        {
            Note(cause);
            item.Fail(source.Explain(cause));
            if (!TryUndo()) FailAll(cause);
        }
    }

    // A full disk or an I/O error makes SQLite roll the whole transaction back by itself; the items before are then lost too and must hear it.
    private bool TryUndo()
    {
        if (!InTransaction) return uncommitted.Count == 0;
        try
        {
            undo.ExecuteNonQuery();
            release.ExecuteNonQuery();
            return true;
        }
        catch (DbException)
        {
            TryRollback();
            return false;
        }
    }

    private void TryRollback()
    {
        try
        {
            if (InTransaction) rollback.ExecuteNonQuery();
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            // With the connection gone there is nothing left to roll back.
            Note(gone);
        }

        begun = false;
    }

    private void Commit()
    {
        try
        {
            commit.ExecuteNonQuery();
            begun = false;
        }
        catch (Exception cause) when (cause is DbException or TimeoutException)
        {
            Note(cause);
            TryRollback();
            FailAll(cause);
            return;
        }

        foreach (var item in uncommitted) item.Complete();
        uncommitted.Clear();
    }

    private void Note(Exception cause)
    {
        if (source.Explain(cause) is StorageException) Fault ??= cause;
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
