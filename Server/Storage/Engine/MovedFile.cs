using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Server.Storage;

/// <summary>Asks SQLite whether the file of a connection was moved or removed. Unix lets that happen to an open file, and writes would go on into the void.</summary>
internal static partial class MovedFile
{
    private const int HasMoved = 20;

    public static bool Is(SqliteConnection connection) =>
        connection.Handle is { IsInvalid: false } handle && Ask(handle) is { } moved && moved != 0;

    private static int? Ask(sqlite3 handle)
    {
        var moved = 0;
        return FileControl(handle.DangerousGetHandle(), "main", HasMoved, ref moved) == raw.SQLITE_OK ? moved : null;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(nint database, string name, int operation, ref int answer);
}
