using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>The statements around the writes of a group, prepared once for a connection.</summary>
internal sealed class WriteTransaction(DbConnection connection, SqlSource source) : IDisposable
{
    private readonly DbCommand begin = Prepare(connection, source.Dialect.Begin);
    private readonly DbCommand commit = Prepare(connection, "COMMIT");
    private readonly DbCommand rollback = Prepare(connection, "ROLLBACK");
    private readonly DbCommand save = Prepare(connection, "SAVEPOINT item");
    private readonly DbCommand release = Prepare(connection, "RELEASE SAVEPOINT item");
    private readonly DbCommand undo = Prepare(connection, "ROLLBACK TO SAVEPOINT item");
    private bool begun;

    // Only SQLite ends a transaction by itself and stays connected.
    public bool IsOpen => connection is SqliteConnection file ? raw.sqlite3_get_autocommit(file.Handle) == 0 : begun && connection.State == ConnectionState.Open;

    public void Begin()
    {
        begin.ExecuteNonQuery();
        begun = true;
    }

    public void Commit()
    {
        commit.ExecuteNonQuery();
        begun = false;
    }

    /// <summary>Gives the transaction up.</summary>
    /// <returns>What kept it from that; with the connection gone there is nothing left to roll back.</returns>
    public Exception? Rollback()
    {
        try
        {
            if (IsOpen) rollback.ExecuteNonQuery();
            return null;
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            return gone;
        }
        finally
        {
            begun = false;
        }
    }

    public void Save() => save.ExecuteNonQuery();

    public void Release() => release.ExecuteNonQuery();

    /// <summary>Takes back what was written since <see cref="Save"/>.</summary>
    public void Undo()
    {
        undo.ExecuteNonQuery();
        release.ExecuteNonQuery();
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
}
