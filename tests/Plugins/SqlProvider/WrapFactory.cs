using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SqlProvider;

/// <summary>An ADO.NET provider of another name over SQLite, with its own copy of the library.</summary>
public sealed class WrapFactory : DbProviderFactory
{
    public static readonly WrapFactory Instance = new();

    private WrapFactory()
    {
    }

    public override DbConnection CreateConnection() => new WrapConnection();

    public override DbCommand CreateCommand() => new WrapCommand();

    public override DbParameter CreateParameter() => new SqliteParameter();
}
