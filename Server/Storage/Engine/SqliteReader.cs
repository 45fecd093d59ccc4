using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>A connection that only reads, with the questions it was asked before still prepared. For one caller at a time.</summary>
/// <remarks>The library's command parses its text and looks up parameters and columns by name each time, which took longer than finding a row by its key.</remarks>
internal sealed class SqliteReader : IRow, IDisposable
{
    // The texts are few; a list of stages makes some more of them.
    private const int MostPrepared = 64;
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
        current = Begin(query.Text, query.Names, values);
        try
        {
            return Next() ? query.Map(this) : null;
        }
        finally
        {
            End();
        }
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="query">The question.</param>
    /// <param name="values">Its values.</param>
    /// <param name="map">Makes what is wanted of a row.</param>
    /// <param name="damaged">Told of the first column of a row that cannot be understood, which is left out.</param>
    /// <exception cref="SqliteException">The database refused the question.</exception>
    public IReadOnlyList<T> List<TRow, T>(HotQuery<TRow> query, ReadOnlySpan<object?> values, Func<TRow, T> map, Action<string, Exception> damaged)
        where TRow : class
    {
        var rows = new List<T>();
        current = Begin(query.Text, query.Names, values);
        try
        {
            while (Next())
            {
                try
                {
                    rows.Add(map(query.Map(this)));
                }
                catch (Exception failure) when (DamagedRows.IsDamage(failure))
                {
                    damaged(raw.sqlite3_column_text(Current, 0).utf8_to_string(), failure);
                }
            }
        }
        finally
        {
            End();
        }

        return rows;
    }

    public string Text(int column) => TextOrNull(column) ?? throw Missing(column);

    public string? TextOrNull(int column) => Has(column, raw.SQLITE_TEXT) ? raw.sqlite3_column_text(Current, column).utf8_to_string() : null;

    public long Whole(int column) => WholeOrNull(column) ?? throw Missing(column);

    public long? WholeOrNull(int column) => Has(column, raw.SQLITE_INTEGER) ? raw.sqlite3_column_int64(Current, column) : null;

    public byte[] Bytes(int column) => BytesOrNull(column) ?? throw Missing(column);

    public byte[]? BytesOrNull(int column) => Has(column, raw.SQLITE_BLOB) ? raw.sqlite3_column_blob(Current, column).ToArray() : null;

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private sqlite3_stmt Begin(string text, IReadOnlyList<string> names, ReadOnlySpan<object?> values)
    {
        var statement = Prepare(text);
        for (var at = 0; at < values.Length; at++) Check(SqliteValues.Bind(statement, raw.sqlite3_bind_parameter_index(statement, "@" + names[at]), values[at]));
        return statement;
    }

    private bool Next()
    {
        var result = raw.sqlite3_step(Current);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(result, File);
        return result == raw.SQLITE_ROW;
    }

    // Ends the reading: an open one would keep the file's log from being emptied.
    private void End()
    {
        raw.sqlite3_reset(Current);
        raw.sqlite3_clear_bindings(Current);
        current = null;
    }

    private sqlite3_stmt Prepare(string text)
    {
        if (prepared.TryGetValue(text, out var known)) return known;
        if (prepared.Count >= MostPrepared) Forget();
        Check(raw.sqlite3_prepare_v3(File, text, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return prepared[text] = statement;
    }

    private void Forget()
    {
        foreach (var statement in prepared.Values) statement.Dispose();
        prepared.Clear();
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
