using SQLitePCL;

namespace Server.Storage;

/// <summary>Gives values to prepared statements of a database file.</summary>
internal static class SqliteValues
{
    /// <summary>Binds a value by its number.</summary>
    /// <returns>What the database says to it.</returns>
    public static int Bind(sqlite3_stmt statement, int number, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, number),
        string text => raw.sqlite3_bind_text(statement, number, text),
        long whole => raw.sqlite3_bind_int64(statement, number, whole),
        byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
        int whole => raw.sqlite3_bind_int64(statement, number, whole),
        bool flag => raw.sqlite3_bind_int64(statement, number, flag ? 1 : 0),
        double real => raw.sqlite3_bind_double(statement, number, real),
        _ => throw new ArgumentException($"A value of the type {value.GetType().Name} cannot be stored."),
    };
}
