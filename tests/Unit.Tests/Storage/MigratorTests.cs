using Dapper;
using Microsoft.Data.Sqlite;
using Server.Storage;
using TestKit;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class MigratorTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public MigratorTests() => connection.Open();

    [TestMethod]
    public void Scripts_run_once_and_in_order()
    {
        Migration[] first = [new(1, "0001_a", "CREATE TABLE a (n); INSERT INTO a VALUES (1)")];
        Apply(first);
        Apply(first);
        Apply([.. first, new(2, "0002_b", "INSERT INTO a VALUES (2)")]);

        connection.Query<int>("SELECT n FROM a").Should().Equal(1, 2);
        connection.Query<string>("SELECT name FROM schema_version ORDER BY version").Should().Equal("0001_a", "0002_b");
    }

    [TestMethod]
    public void A_failing_script_leaves_nothing_behind()
    {
        var applying = () => Apply([new(1, "0001_a", "CREATE TABLE a (n)"), new(2, "0002_b", "CREATE TABLE b (n); no such statement")]);

        applying.Should().Throw<SqliteException>();
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master").Should().Be(0);
    }

    [TestMethod]
    public void A_database_of_a_newer_server_is_refused()
    {
        Apply([new(1, "0001_a", "CREATE TABLE a (n)"), new(2, "0002_b", "CREATE TABLE b (n)")]);

        var applying = () => Apply([new(1, "0001_a", "CREATE TABLE a (n)")]);

        applying.Should().Throw<StorageException>().WithMessage("*'test.db' has version 2*up to 1*");
    }

    [TestMethod]
    [DataRow("exchange")]
    [DataRow("history")]
    public void Embedded_scripts_are_numbered_without_gaps(string database)
    {
        var scripts = Migration.Embedded(database, SqlDialect.Sqlite);

        scripts.Should().NotBeEmpty();
        scripts.Select(script => script.Version).Should().Equal(Enumerable.Range(1, scripts.Count));
    }

    public void Dispose() => connection.Dispose();

    private void Apply(IReadOnlyList<Migration> migrations) => new Migrator(connection, SqlDialect.Sqlite, "test", "test.db", new ManualTimeProvider()).Apply(migrations);
}
