using Microsoft.Data.Sqlite;

namespace Unit.Tests.Sql;

/// <summary>A connection whose type can empty its pools, as those of most providers.</summary>
public sealed class PoolingConnection : SqliteConnection
{
    public static new void ClearAllPools() => AppDomain.CurrentDomain.SetData(PoolingFactory.Word, "cleared");
}
