using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Server.Storage;

/// <summary>A database file: one batching writer, and readers on pooled connections that the writer never holds up.</summary>
internal sealed class SqlRoom : IDisposable
{
    private readonly string readers;

    private SqlRoom(string path, BatchWriter writer)
    {
        readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();
        Writer = writer;
    }

    public BatchWriter Writer { get; }

    /// <summary>Opens a file, makes it when it is missing, and brings its tables up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="durable">Whether a commit must survive a power cut (synchronous FULL); otherwise it survives the end of the process (NORMAL).</param>
    /// <param name="migrations">The scripts of this file.</param>
    /// <param name="options">The options.</param>
    /// <param name="time">The clock.</param>
    public static SqlRoom Open(string path, bool durable, IReadOnlyList<Migration> migrations, StorageOptions options, TimeProvider time)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            new Migrator(connection, path, time).Apply(migrations);
            return new SqlRoom(path, new BatchWriter(connection, options.QueueLimit, options.BatchLimit));
        }
        catch (SqliteException broken)
        {
            connection.Dispose();
            throw new StorageException($"The database '{path}' cannot be opened: {broken.Message} Restore it from a copy, or move it away to start with an empty one.", broken);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads. SQLite reads in the caller's thread; what is read here is small and in the page cache.</summary>
    public T Read<T>(Func<DbConnection, T> look)
    {
        using var connection = new SqliteConnection(readers);
        connection.Open();
        return look(connection);
    }

    /// <summary>Reads without holding a thread where the database can do without one.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> look, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(readers);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await look(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        Writer.Dispose();
        using var connection = new SqliteConnection(readers);
        SqliteConnection.ClearPool(connection);
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
