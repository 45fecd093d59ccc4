using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>A database file. A commit of a durable one survives a power cut (synchronous FULL), of the other the end of the process (NORMAL).</summary>
internal sealed class SqliteSource : SqlSource
{
    // A database locked by another program is waited for this long; then writes fail and the next ones try again.
    private const int WriteSeconds = 30;
    private const int ReadSeconds = 10;
    private readonly string path;
    private readonly bool durable;
    private readonly string readers;
    private readonly SqliteReaders prepared;

    public SqliteSource(string path, bool durable)
    {
        (this.path, this.durable) = (path, durable);
        readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = ReadSeconds }.ToString();
        var alone = new SqliteConnectionStringBuilder(readers) { Pooling = false }.ToString();
        prepared = new SqliteReaders(() => new SqliteReader(Open(alone), ReadSeconds));
    }

    public override string Name => path;

    public override SqlDialect Dialect => SqlDialect.Sqlite;

    public override DbConnection OpenWriter(bool create)
    {
        var mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = WriteSeconds }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");

            // A page of an index that changes a thousand times is copied into the file once.
            Execute(connection, "PRAGMA wal_autocheckpoint = 4000");

            // In KiB. A block of 150 000 codes touches more pages than the 2 MB of the default hold, and each would be written several times.
            if (durable) Execute(connection, "PRAGMA cache_size = -32768");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // What is kept to undo a statement is held in memory: as a file it is made and removed with every larger commit. Not before the tables are up to date: sorting a new index may take more than there is.
    public override void BeginWriting(DbConnection writer) => Execute((SqliteConnection)writer, "PRAGMA temp_store = MEMORY");

    public override bool IsUsable(DbConnection writer) => !MovedFile.Is((SqliteConnection)writer);

    public override DbConnection OpenReader()
    {
        var connection = Open(readers);
        if (!MovedFile.Is(connection)) return connection;
        connection.Dispose();
        Forget();
        return Open(readers);
    }

    public override bool TryFind<TRow>(HotQuery<TRow> query, object?[] values, out TRow? found)
        where TRow : class
    {
        found = prepared.Find(query, values);
        return true;
    }

    public override IReadOnlyList<T>? TryList<TRow, T>(HotQuery<TRow> query, object?[] values, Func<TRow, T> map, Action<string, Exception> damaged)
        where TRow : class => prepared.List(query, values, map, damaged);

    // SQLite has no asynchronous calls; what is read here is small and in the page cache.
    public override ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) => new(OpenReader());

    public override bool Breaks(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB };

    public override bool IsStale(Exception failure) => false;

    // Its writers take turns.
    public override bool IsConflict(Exception failure) => false;

    public override void Forget()
    {
        prepared.Forget();
        using var connection = new SqliteConnection(readers);
        SqliteConnection.ClearPool(connection);
    }

    public override Exception Explain(Exception failure) => failure is not SqliteException cause ? failure : cause.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Because(cause, "is locked by another program", "Close that program; the server goes on by itself."),
        raw.SQLITE_READONLY => Because(cause, "cannot be written to", "Give the server's account the right to write there; the server goes on by itself."),
        raw.SQLITE_FULL => Because(cause, "finds no room on its disk", "Make room; the server goes on by itself."),
        raw.SQLITE_IOERR => Because(cause, "cannot be read or written", "Look at the disk and its room; the server goes on by itself."),
        raw.SQLITE_CANTOPEN => Because(cause, "cannot be opened", "Put the file back, or stop the server and start it with an empty one."),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Because(cause, "cannot be opened", "Restore it from a copy, or move it away while the server is stopped to start with an empty one."),
        _ => failure,
    };

    public override void Dispose()
    {
        prepared.Dispose();
        Forget();
    }

    private StorageException Because(SqliteException cause, string what, string cure) => new($"The database '{path}' {what}: {cause.Message} {cure}", cause);

    private static SqliteConnection Open(string text)
    {
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
