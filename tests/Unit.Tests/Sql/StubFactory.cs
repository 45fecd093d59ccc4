using System.Data.Common;
using Connectors.Sql;
using Microsoft.Data.Sqlite;

namespace Unit.Tests.Sql;

/// <summary>A provider that nobody knows, over SQLite: its connections are what a test makes them.</summary>
internal sealed class StubFactory(Func<DbConnection> make) : DbProviderFactory
{
    public override DbConnection CreateConnection() => make();

    public override DbParameter CreateParameter() => new SqliteParameter();

    /// <summary>A connector to it with some methods.</summary>
    public static SqlConnector Connect(SqlFixture fixture, Func<DbConnection> make, string prefix, params SqlMethodSettings[] methods)
    {
        var settings = fixture.Settings(methods);
        var source = new ProviderSource(new StubFactory(make), null, fixture.ConnectionString + ";Pooling=False", prefix, "stub", TimeSpan.FromMilliseconds(300));
        var notes = new SettingsNotes();
        var read = SqlSettingsReader.ReadMethods(settings, source, TimeSpan.FromSeconds(25), notes);
        notes.ThrowIfAny();
        return new SqlConnector(settings, (source, read));
    }
}
