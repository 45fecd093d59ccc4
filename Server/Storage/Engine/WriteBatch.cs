using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>Commits a group of writes in one transaction. Each item has a savepoint of its own, so a failing one does not fail its neighbours.</summary>
internal sealed class WriteBatch(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand begin = Prepare(connection, "BEGIN IMMEDIATE");
    private readonly SqliteCommand commit = Prepare(connection, "COMMIT");
    private readonly SqliteCommand rollback = Prepare(connection, "ROLLBACK");
    private readonly SqliteCommand save = Prepare(connection, "SAVEPOINT item");
    private readonly SqliteCommand release = Prepare(connection, "RELEASE item");
    private readonly SqliteCommand undo = Prepare(connection, "ROLLBACK TO item");
    private readonly List<WriteItem> uncommitted = [];

    private bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Execute(IReadOnlyList<WriteItem> items)
    {
        foreach (var item in items)
        {
            if (!item.CancelIfAsked()) Run(item);
        }

        if (InTransaction) Commit();
    }

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, rollback, save, release, undo }) command.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string text) => new(text, connection);

    private void Run(WriteItem item)
    {
        try
        {
            if (!InTransaction) begin.ExecuteNonQuery();
            save.ExecuteNonQuery();
            item.Run(connection);
            release.ExecuteNonQuery();
            uncommitted.Add(item);
        }
        catch (Exception cause)
        {
            item.Fail(cause);
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
        catch (SqliteException)
        {
            if (InTransaction) rollback.ExecuteNonQuery();
            return false;
        }
    }

    private void Commit()
    {
        try
        {
            commit.ExecuteNonQuery();
        }
        catch (SqliteException cause)
        {
            if (InTransaction) rollback.ExecuteNonQuery();
            FailAll(cause);
            return;
        }

        foreach (var item in uncommitted) item.Complete();
        uncommitted.Clear();
    }

    private void FailAll(Exception cause)
    {
        foreach (var item in uncommitted) item.Fail(cause);
        uncommitted.Clear();
    }
}
