using System.Data.Common;

namespace Unit.Tests.Sql;

/// <summary>A provider with a pool, loaded by a test as a library dropped in; it leaves word outside its own copy.</summary>
public sealed class PoolingFactory : DbProviderFactory
{
    public const string Word = "Unit.Tests.Sql.PoolingFactory";

    public static readonly PoolingFactory Instance = new();

    private PoolingFactory()
    {
    }

    public override DbConnection CreateConnection() => new PoolingConnection();
}
