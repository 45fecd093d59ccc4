using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SqlProvider;

/// <summary>Tells failures by SQLSTATE, as most providers do; its words hold the connection string, as those of some do.</summary>
public sealed class WrapException(SqliteException cause, string connectionString) : DbException($"{cause.Message} [{connectionString}]", cause)
{
    public override string SqlState => cause.SqliteErrorCode switch
    {
        19 => "23505",
        14 => "08001",
        _ => "42601",
    };
}
