using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>A connection that only reads, with the questions it was asked before still prepared. For one caller at a time.</summary>
/// <remarks>The library's command parses its text and looks up parameters and columns by name each time, which took longer than finding a row by its key.</remarks>
internal sealed class SqliteReader : IRow, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, sqlite3_stmt> prepared = new(StringComparer.Ordinal);
    private sqlite3_stmt? current;

    public SqliteReader(SqliteConnection connection, int waitSeconds)
    {
        this.connection = connection;
        raw.sqlite3_busy_timeout(File, waitSeconds * 1000);
    }

    public bool IsMoved => MovedFile.Is(connection);

    private sqlite3 File => connection.Handle!;

    private sqlite3_stmt Current => current ?? throw new InvalidOperationException("There is no row.");

    /// <summary>Finds the first row.</summary>
    /// <exception cref="SqliteException">The database refused the question.</exception>
    public TRow? Find<TRow>(HotQuery<TRow> query, ReadOnlySpan<object?> values)
        where TRow : class
    {
        var statement = current = Prepare(query.Text);
        try
        {
            for (var at = 0; at < values.Length; at++) Check(SqliteValues.Bind(statement, raw.sqlite3_bind_parameter_index(statement, "@" + query.Names[at]), values[at]));
            var result = raw.sqlite3_step(statement);
            if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(result, File);
            return result == raw.SQLITE_ROW ? query.Map(this) : null;
        }
        finally
        {
            // Ends the reading: an open one would keep the file's log from being emptied.
            raw.sqlite3_reset(statement);
            raw.sqlite3_clear_bindings(statement);
            current = null;
        }
    }

    public string Text(int column) => TextOrNull(column) ?? throw Missing(column);

    public string? TextOrNull(int column) => Has(column, raw.SQLITE_TEXT) ? raw.sqlite3_column_text(Current, column).utf8_to_string() : null;

    public long Whole(int column) => WholeOrNull(column) ?? throw Missing(column);

    public long? WholeOrNull(int column) => Has(column, raw.SQLITE_INTEGER) ? raw.sqlite3_column_int64(Current, column) : null;

    public byte[] Bytes(int column) => BytesOrNull(column) ?? throw Missing(column);

    public byte[]? BytesOrNull(int column) => Has(column, raw.SQLITE_BLOB) ? raw.sqlite3_column_blob(Current, column).ToArray() : null;

    public void Dispose()
    {
        foreach (var statement in prepared.Values) statement.Dispose();
        connection.Dispose();
    }

    private sqlite3_stmt Prepare(string text)
    {
        if (prepared.TryGetValue(text, out var known)) return known;
        Check(raw.sqlite3_prepare_v3(File, text, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return prepared[text] = statement;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, File);

    // False for nothing.
    private bool Has(int column, int type)
    {
        var found = raw.sqlite3_column_type(Current, column);
        if (found == type) return true;
        return found == raw.SQLITE_NULL ? false : throw new InvalidCastException($"The column {column} holds a value of the type {found}, not {type}.");
    }

    private static InvalidCastException Missing(int column) => new($"The column {column} holds nothing.");
}
