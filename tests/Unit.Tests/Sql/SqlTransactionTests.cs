using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlTransactionTests
{
    private const string Schema = "CREATE TABLE stock(item TEXT PRIMARY KEY, qty INTEGER); INSERT INTO stock VALUES ('a', 10), ('b', 10)";

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Statements_of_a_list_are_done_all_or_none(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);
        var method = List("UPDATE stock SET qty = qty - @qty WHERE item = 'a'", "INSERT INTO stock VALUES (@item, @qty)");

        (await fixture.CallAsync(method, ("qty", 3L), ("item", "c"))).Should().Be(2L);
        var error = await fixture.FailAsync(method, ("qty", 3L), ("item", "b"));

        error.Reason.Should().Be("DUPLICATE");
        (await fixture.ScalarAsync("SELECT qty FROM stock WHERE item = 'a'")).Should().Be(kind == "sqlite" ? 7L : 7);
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Several_statements_in_one_text_are_done_all_or_none_too(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);

        await fixture.FailAsync(SqlFixture.Method("UPDATE stock SET qty = 0; INSERT INTO stock VALUES ('b', 1)"));

        Convert.ToInt64(await fixture.ScalarAsync("SELECT sum(qty) FROM stock"), System.Globalization.CultureInfo.InvariantCulture).Should().Be(20);
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task A_result_over_its_limit_rolls_the_change_back(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Schema);

        var error = await fixture.FailAsync(SqlFixture.Method("UPDATE stock SET qty = 0 RETURNING item", more: method => (method.MaxRows, method.Result, method.Transaction) = (1, "table", "serializable")));

        (error.Code, error.InDoubt).Should().Be((ConnectorErrorCode.TooLarge, false));
        Convert.ToInt64(await fixture.ScalarAsync("SELECT sum(qty) FROM stock"), System.Globalization.CultureInfo.InvariantCulture).Should().Be(20);
    }

    [TestMethod]
    [DataRow("readCommitted", "read committed")]
    [DataRow("repeatableRead", "repeatable read")]
    [DataRow("serializable", "serializable")]
    public async Task The_isolation_is_the_one_of_the_settings(string setting, string expected)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");

        (await fixture.CallAsync(SqlFixture.Method("SELECT current_setting('transaction_isolation')", more: method => (method.Result, method.Transaction) = ("scalar", setting)))).Should().Be(expected);
    }

    [TestMethod]
    public async Task Two_calls_that_change_one_record_under_serializable_are_told_apart_and_the_loser_may_try_again()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Schema);
        var method = SqlFixture.Method("SELECT sum(qty) FROM stock; SELECT pg_sleep(0.5); UPDATE stock SET qty = qty + 1 WHERE item = @item", "item", one => one.Transaction = "serializable");
        using var connector = fixture.Connect(method);

        var calls = await Task.WhenAll(Outcome(connector, "a"), Outcome(connector, "b"));

        calls.Count(error => error is null).Should().Be(1);
        calls.Single(error => error is not null)!.Should().Match<ConnectorError>(error => error.Reason == "SERIALIZATION" && error.Retryable && !error.InDoubt);
    }

    [TestMethod]
    [DataRow("", true, false)]
    [DataRow("readCommitted", false, true)]
    public async Task A_killed_backend_leaves_doubt_only_where_there_was_no_transaction(string transaction, bool inDoubt, bool retryable)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Schema);
        var method = SqlFixture.Method("UPDATE stock SET qty = 0 WHERE pg_sleep(20) IS NOT NULL", more: one => one.Transaction = transaction);
        using var connector = fixture.Connect(method);
        var call = Outcome(connector);

        await Waiting.Eventually(async () => (long)(await fixture.ScalarAsync("SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'UPDATE stock%') k"))! > 0);
        var error = await call;

        (error!.Code, error.Reason, error.InDoubt, error.Retryable).Should().Be((ConnectorErrorCode.Unavailable, "CONNECTION_LOST", inDoubt, retryable));
        (await fixture.ScalarAsync("SELECT sum(qty) FROM stock")).Should().Be(20L);
    }

    [TestMethod]
    public async Task A_procedure_that_commits_in_between_leaves_doubt_when_it_fails()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Schema + "; CREATE PROCEDURE halves() LANGUAGE plpgsql AS $$ BEGIN UPDATE stock SET qty = 1; COMMIT; RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$");

        var error = await fixture.FailAsync(new SqlMethodSettings { Method = "M", Procedure = "halves" });

        (error.Reason, error.InDoubt, error.Retryable).Should().Be(("SERIALIZATION", true, false));
        (await fixture.ScalarAsync("SELECT sum(qty) FROM stock")).Should().Be(2L);
    }

    private static SqlMethodSettings List(params string[] statements)
    {
        var method = SqlFixture.Method("", "qty:integer item");
        foreach (var statement in statements) method.Statements.Add(statement);
        return method;
    }

    private static async Task<ConnectorError?> Outcome(SqlConnector connector, string? item = null)
    {
        try
        {
            await SqlFixture.CallAsync(connector, CancellationToken.None, item is null ? [] : [("item", item)]);
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure.Error;
        }
    }
}
