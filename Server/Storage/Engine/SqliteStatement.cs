using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>A prepared statement of a database file, bound by number.</summary>
/// <remarks>
/// A command of the library looks up each parameter by its name at every execution, which for the widest row took longer than all the rest. For one thread; it ends with its connection.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 file;
    private readonly sqlite3_stmt statement;
    private readonly int[] numbers;

    public SqliteStatement(SqliteConnection connection, string text, IReadOnlyList<string> names)
    {
        file = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(file, text, raw.SQLITE_PREPARE_PERSISTENT, out statement), file);
        numbers = [.. names.Select(name => raw.sqlite3_bind_parameter_index(statement, name.StartsWith('@') ? name : $"@{name}"))];
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed) Dispose();
        };
    }

    /// <summary>Runs it.</summary>
    /// <returns>False when nothing was done: somebody holds the file, and the library's own command waits for that.</returns>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public bool TryExecute(ReadOnlySpan<object?> values, out int changed)
    {
        changed = 0;
        for (var at = 0; at < values.Length; at++)
        {
            // Statements of one row share their parameters; one that a statement does not use has no number in it.
            if (numbers[at] > 0) Bind(numbers[at], values[at]);
        }

        int result;
        do result = raw.sqlite3_step(statement);
        while (result == raw.SQLITE_ROW);
        if (result == raw.SQLITE_DONE) changed = raw.sqlite3_changes(file);
        var failure = Failure(result);
        raw.sqlite3_reset(statement);
        // What was bound was copied; a large payload must not stay until the next one comes.
        raw.sqlite3_clear_bindings(statement);
        if ((result & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        return failure is null ? true : throw failure;
    }

    public void Dispose() => statement.Dispose();

    // Made before the reset, which forgets the sentence.
    private SqliteException? Failure(int result)
    {
        if (result == raw.SQLITE_DONE) return null;
        try
        {
            SqliteException.ThrowExceptionForRC(result, file);
            return null;
        }
        catch (SqliteException failure)
        {
            return failure;
        }
    }

    private void Bind(int number, object? value) => SqliteException.ThrowExceptionForRC(
        value switch
        {
            null or DBNull => raw.sqlite3_bind_null(statement, number),
            string text => raw.sqlite3_bind_text(statement, number, text),
            long whole => raw.sqlite3_bind_int64(statement, number, whole),
            byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
            int whole => raw.sqlite3_bind_int64(statement, number, whole),
            bool flag => raw.sqlite3_bind_int64(statement, number, flag ? 1 : 0),
            double real => raw.sqlite3_bind_double(statement, number, real),
            _ => throw new ArgumentException($"A value of the type {value.GetType().Name} cannot be stored."),
        },
        file);
}
