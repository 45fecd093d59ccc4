using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Server.Storage;

/// <summary>What a refusal of the database means where that decides what comes next.</summary>
internal static class SqlRefusal
{
    /// <summary>A unique index has it already.</summary>
    public static bool IsTwice(DbException refusal) => refusal switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException file => file.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        _ => false,
    };

    /// <summary>Two servers stood in each other's way and this one was sent back: nothing of it was written, and it may be tried again.</summary>
    public static bool IsCollision(DbException refusal) => refusal is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
