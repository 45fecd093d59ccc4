using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connectors.Sql;

/// <summary>What the result codes of SQLite mean (rescode.html).</summary>
internal static class SqliteFaults
{
    public static SqlFault? Of(Exception failure) =>
        failure is SqliteException told ? OfCode(told) with { Named = Named(told), NativeCode = $"SQLITE {told.SqliteErrorCode}/{told.SqliteExtendedErrorCode}" } : null;

    private static SqlFault OfCode(SqliteException told) => told.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT => Constraint(told.SqliteExtendedErrorCode),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Faults.Locked,
        raw.SQLITE_INTERRUPT => Faults.Stopped,
        raw.SQLITE_READONLY => Faults.ReadOnly,
        raw.SQLITE_FULL => Faults.DiskFull,
        raw.SQLITE_CANTOPEN => Faults.File,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Faults.Damaged,
        raw.SQLITE_IOERR => Faults.File with { Certain = false },
        raw.SQLITE_PERM or raw.SQLITE_AUTH => Faults.Privilege,
        raw.SQLITE_TOOBIG => Faults.TooLarge,
        raw.SQLITE_MISMATCH => Faults.Value,
        raw.SQLITE_ERROR or raw.SQLITE_RANGE or raw.SQLITE_MISUSE => Faults.Statement,
        _ => Faults.Server,
    };

    private static SqlFault Constraint(int extended) => extended switch
    {
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => Faults.Duplicate,
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => Faults.ForeignKey,
        raw.SQLITE_CONSTRAINT_NOTNULL => Faults.NotNull,
        raw.SQLITE_CONSTRAINT_TRIGGER => Faults.Raised,
        _ => Faults.Check,
    };

    // "SQLite Error 19: 'UNIQUE constraint failed: stock.item'."
    private static string Named(SqliteException told)
    {
        var start = told.Message.IndexOf('\'', StringComparison.Ordinal);
        var text = start >= 0 ? told.Message[(start + 1)..].TrimEnd('.').TrimEnd('\'') : told.Message;
        return text[(text.IndexOf("failed: ", StringComparison.Ordinal) is >= 0 and var at ? at + 8 : 0)..];
    }
}
