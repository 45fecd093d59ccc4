using System.Globalization;
using Cleverence.Connectivity;

namespace Unit.Tests.Sql;

/// <summary>A Safe method may be repeated and cancelled: the database itself keeps it from writing.</summary>
[TestClass]
public sealed class SqlSafeTests
{
    private const string Schema = "CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1), (2)";
    private const string Writer = "; CREATE FUNCTION gone() RETURNS bigint LANGUAGE sql AS $$ WITH gone AS (DELETE FROM t RETURNING a) SELECT count(*) FROM gone $$";

    [TestMethod]
    [DataRow("sqlite", "WITH old AS (SELECT 1 AS a) DELETE FROM t WHERE a IN (SELECT a FROM old)")]
    [DataRow("sqlite", "PRAGMA user_version = 7")]
    [DataRow("postgresql", "WITH gone AS (DELETE FROM t RETURNING a) SELECT a FROM gone")]
    [DataRow("postgresql", "SELECT gone()")]
    [DataRow("postgresql", "SELECT a FROM t; SELECT gone()")]
    [DataRow("postgresql", "EXPLAIN ANALYZE DELETE FROM t")]
    [DataRow("postgresql", "SELECT a FROM t FOR UPDATE")]
    public async Task A_Safe_method_that_writes_is_refused_and_the_administrator_told(string kind, string sql)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, kind == "sqlite" ? Schema : Schema + Writer);

        var error = await fixture.FailAsync(SqlFixture.Method(sql, more: method => method.Safety = "Safe"));

        (error.Code, error.Reason, error.InDoubt, error.Retryable).Should().Be((ConnectorErrorCode.Failed, "SAFE_WRITES", false, false));
        error.Message.Should().EndWith("Take safety out of its settings.");
        Convert.ToInt64(await fixture.ScalarAsync("SELECT count(*) FROM t"), CultureInfo.InvariantCulture).Should().Be(2);
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task What_only_reads_is_read_and_the_connection_can_write_afterwards(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);
        var settings = fixture.Settings(
            SqlFixture.Method("SELECT a FROM t ORDER BY a", more: method => method.Safety = "Safe"),
            SqlFixture.Method("SELECT count(*) FROM t", more: method => (method.Method, method.Safety, method.Result, method.Transaction) = ("Count", "Safe", "scalar", "serializable")),
            SqlFixture.Method("DELETE FROM t", more: method => method.Method = "Clear"));
        if (kind == "postgresql") settings.ConnectionString += ";Maximum Pool Size=1";
        using var connector = new Connectors.Sql.SqlConnector(settings);

        ((ConnectorTable)(await SqlFixture.CallAsync(connector, CancellationToken.None))!).Rows.Select(row => row[0]).Should().Equal(1L, 2L);
        (await connector.InvokeAsync(new("S", "", "Count"), CancellationToken.None)).Value.Should().Be(2L);
        (await connector.InvokeAsync(new("S", "", "Clear"), CancellationToken.None)).Value.Should().Be(2L);
    }

    [TestMethod]
    [DataRow("SELECT 1; DELETE FROM t", "sqlite")]
    [DataRow("SELECT 1; DELETE FROM t", "postgresql")]
    public async Task A_later_statement_that_writes_is_found_in_the_settings(string sql, string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);

        var make = () => fixture.Connect(SqlFixture.Method(sql, more: method => method.Safety = "Safe"));

        make.Should().Throw<ConnectorSettingsException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("SAFE_WRITES");
    }
}
