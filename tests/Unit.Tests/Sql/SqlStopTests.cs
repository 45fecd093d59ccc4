using System.Diagnostics;
using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlStopTests
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
    private const string Active = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'";

    [TestMethod]
    [DataRow("sqlite", Endless, "Safe", "")]
    [DataRow("sqlite", "INSERT INTO t " + Endless, "Unsafe", "")]
    [DataRow("sqlite", "INSERT INTO t " + Endless, "Unsafe", "serializable")]
    [DataRow("postgresql", "SELECT pg_sleep(60)", "Safe", "")]
    [DataRow("postgresql", "INSERT INTO t SELECT 1 FROM pg_sleep(60)", "Unsafe", "")]
    [DataRow("postgresql", "INSERT INTO t SELECT 1 FROM pg_sleep(60)", "Unsafe", "readCommitted")]
    public async Task The_limit_of_a_method_stops_it_in_the_database_and_leaves_no_doubt(string kind, string sql, string safety, string transaction)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE t(a INTEGER)");
        var since = Stopwatch.StartNew();

        var error = await fixture.FailAsync(SqlFixture.Method(sql, more: method => (method.TimeLimit, method.Safety, method.Transaction) = ("00:00:01", safety, transaction)));

        since.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15));
        (error.Code, error.Reason, error.InDoubt, error.Retryable).Should().Be((ConnectorErrorCode.Timeout, "TIME_LIMIT", false, true));
        if (kind == "postgresql") (await fixture.ScalarAsync(Active)).Should().Be(0L);
        Convert.ToInt64(await fixture.ScalarAsync("SELECT count(*) FROM t"), System.Globalization.CultureInfo.InvariantCulture).Should().Be(0);
    }

    [TestMethod]
    [DataRow("sqlite", Endless)]
    [DataRow("postgresql", "SELECT pg_sleep(60)")]
    public async Task A_cancelled_call_is_stopped_in_the_database(string kind, string sql)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE t(a INTEGER)");
        using var connector = fixture.Connect(SqlFixture.Method(sql, more: method => method.Safety = "Safe"));
        using var leaving = new CancellationTokenSource();
        var call = Task.Run(() => SqlFixture.CallAsync(connector, leaving.Token));
        if (kind == "postgresql") await Waiting.Eventually(async () => (long)(await fixture.ScalarAsync(Active))! == 1);

        await leaving.CancelAsync();
        var stopped = async () => await call.WaitAsync(TimeSpan.FromSeconds(15));

        (await stopped.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Timeout && !error.InDoubt);
        if (kind == "postgresql") await Waiting.Eventually(async () => (long)(await fixture.ScalarAsync(Active))! == 0);
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task A_cancelled_transaction_leaves_nothing_behind(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE t(a INTEGER)");
        var slow = kind == "sqlite" ? "INSERT INTO t " + Endless : "INSERT INTO t SELECT 2 FROM pg_sleep(60)";
        using var connector = fixture.Connect(SqlFixture.Method($"INSERT INTO t VALUES (1); {slow}"));
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(700));

        var call = () => SqlFixture.CallAsync(connector, leaving.Token);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.InDoubt.Should().BeFalse();
        Convert.ToInt64(await fixture.ScalarAsync("SELECT count(*) FROM t"), System.Globalization.CultureInfo.InvariantCulture).Should().Be(0);
        (await fixture.CallAsync(SqlFixture.Method("INSERT INTO t VALUES (3)"))).Should().Be(1L, "nothing holds the table");
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task A_stream_that_nobody_reads_on_is_stopped_and_gives_its_connection_back(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind);
        var settings = fixture.Settings(SqlFixture.Method("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000000) SELECT i FROM n", more: method => method.Safety = "Safe"));
        if (kind == "postgresql") settings.ConnectionString += ";Maximum Pool Size=1";
        using var connector = new SqlConnector(settings);
        var since = Stopwatch.StartNew();

        for (var round = 0; round < 2; round++)
        {
            var table = (ConnectorTable)(await connector.InvokeAsync(new Cleverence.Warehouse.InvokeArgs("S", "", "M"), CancellationToken.None)).Value!;
            await using (table)
            {
                await foreach (var row in table.ReadAsync())
                {
                    if ((long)row[0]! == 1000) break;
                }
            }
        }

        since.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
        if (kind == "postgresql") await Waiting.Eventually(async () => (long)(await fixture.ScalarAsync(Active))! == 0);
    }

    [TestMethod]
    [DoNotParallelize]
    [DataRow("sqlite", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, printf('%0200d', i) AS text FROM n")]
    [DataRow("postgresql", "SELECT i, lpad(i::text, 200, '0') AS text FROM generate_series(1, 100000) i")]
    public async Task A_hundred_thousand_rows_stream_in_bounded_memory(string kind, string sql)
    {
        await using var fixture = await SqlFixture.StartAsync(kind);
        using var connector = fixture.Connect(SqlFixture.Method(sql, more: method => method.Safety = "Safe"));
        var table = (ConnectorTable)(await connector.InvokeAsync(new Cleverence.Warehouse.InvokeArgs("S", "", "M"), CancellationToken.None)).Value!;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (rows, most) = (0, 0L);

        await using (table)
        {
            await foreach (var row in table.ReadAsync())
            {
                if (++rows % 10_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        table.IsStream.Should().BeTrue();
        rows.Should().Be(100_000);
        most.Should().BeLessThan(8 * 1024 * 1024, "the texts alone are 40 MB");
    }
}
