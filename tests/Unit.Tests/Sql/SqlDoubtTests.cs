using System.Diagnostics;
using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Sql;

namespace Unit.Tests.Sql;

/// <summary>What was done is never told as not done, and no call is made twice or lost for the id another caller used.</summary>
[TestClass]
public sealed class SqlDoubtTests
{
    private const string Queue = "CREATE TABLE queue(a INTEGER); INSERT INTO queue VALUES (1), (2), (3)";

    [TestMethod]
    [DataRow("sqlite", "", true)]
    [DataRow("sqlite", "serializable", false)]
    [DataRow("postgresql", "", true)]
    [DataRow("postgresql", "readCommitted", false)]
    public async Task A_result_over_its_limit_is_in_doubt_unless_a_transaction_takes_it_back(string kind, string transaction, bool inDoubt)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Queue);

        var error = await fixture.FailAsync(SqlFixture.Method("DELETE FROM queue RETURNING a", more: method => (method.Result, method.MaxRows, method.Transaction) = ("table", 2, transaction)));

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.TooLarge, "RESULT_TOO_LARGE", inDoubt));
        if (!inDoubt) Convert.ToInt64(await fixture.ScalarAsync("SELECT count(*) FROM queue"), CultureInfo.InvariantCulture).Should().Be(3);
        else if (kind == "sqlite") (await fixture.ScalarAsync("SELECT count(*) FROM queue")).Should().Be(0L, "it was done before the first row came");
    }

    [TestMethod]
    [DataRow("sqlite", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000000) SELECT i FROM n")]
    [DataRow("sqlite", "SELECT 1 FROM queue; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000000) SELECT max(i) FROM n")]
    [DataRow("postgresql", "SELECT generate_series(1, 200000000) AS i")]
    public async Task A_result_over_its_limit_is_stopped_and_not_read_to_its_end(string kind, string sql)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, Queue);
        var since = Stopwatch.StartNew();

        var error = await fixture.FailAsync(SqlFixture.Method(sql, more: method => (method.Result, method.MaxRows) = ("table", 2)));

        error.Code.Should().Be(ConnectorErrorCode.TooLarge);
        since.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(8));
    }

    [TestMethod]
    [DataRow("CALL", "CALL halves('40001')", "Busy", "SERIALIZATION", true)]
    [DataRow("DO", "DO $$ BEGIN UPDATE queue SET a = 9; COMMIT; RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$", "Busy", "SERIALIZATION", true)]
    [DataRow("SELECT", "SELECT fails('40001')", "Busy", "SERIALIZATION", false)]
    [DataRow("unknown", "SELEKT 1", "Failed", "STATEMENT_WRONG", false)]
    public async Task What_runs_a_program_may_have_committed_before_it_failed(string what, string sql, string code, string reason, bool inDoubt)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Queue + """
            ; CREATE PROCEDURE halves(state text) LANGUAGE plpgsql AS $$ BEGIN UPDATE queue SET a = 9; COMMIT; RAISE EXCEPTION 'x' USING ERRCODE = state; END $$;
            CREATE FUNCTION fails(state text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN UPDATE queue SET a = 9; RAISE EXCEPTION 'x' USING ERRCODE = state; END $$;
            """);

        var error = await fixture.FailAsync(SqlFixture.Method(sql));

        (error.Code.ToString(), error.Reason, error.InDoubt, error.Retryable).Should().Be((code, reason, inDoubt, code == "Busy" && !inDoubt), what);
        (await fixture.ScalarAsync("SELECT min(a) FROM queue")).Should().Be(inDoubt ? 9 : 1);
    }

    [TestMethod]
    [DataRow("EXEC p", true)]
    [DataRow("BEGIN x; END", true)]
    [DataRow("UPDATE t SET a = 1", false)]
    [DataRow("insert into t values (1)", false)]
    public void Of_a_database_nobody_knows_only_what_is_surely_one_statement_fails_as_a_whole(string sql, bool inParts)
    {
        using var source = new ProviderSource(new StubFactory(() => new SilentConnection()), null, "", "@", "stub", TimeSpan.FromSeconds(1));

        new SqlScanner(sql, source.Rules).Scan().All(statement => source.IsWhole(statement.Keyword)).Should().Be(!inParts);
    }

    [TestMethod]
    [DataRow("Unsafe", true, false, "stub did not end 'M' in time.")]
    [DataRow("Unsafe", false, true, "stub did not end 'M' in time; the statement was stopped.")]
    [DataRow("Keyed", true, true, "stub did not end 'M' in time.")]
    public void A_limit_that_leaves_doubt_is_no_reason_to_try_again(string safety, bool inDoubt, bool retryable, string message)
    {
        using var source = new ProviderSource(new StubFactory(() => new SilentConnection()), null, "", "@", "stub", TimeSpan.FromSeconds(1));
        var info = new ConnectorMethodInfo("", "M") { Safety = Enum.Parse<MethodSafety>(safety) };
        var method = new SqlMethod(info, "methods[0]") { Binder = new("M", []), HasWholeStatements = true };

        var error = new SqlErrors(source, []).TimeLimit(method, CallStage.Running, stopped: !inDoubt, new TimeoutException()).Error;

        (error.InDoubt, error.Retryable, error.Message).Should().Be((inDoubt, retryable, message));
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Two_handhelds_and_two_methods_with_one_request_id_are_three_calls_and_a_repeat_is_none(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE moves(id TEXT PRIMARY KEY, item TEXT)");
        using var connector = fixture.Connect(Register("Register"), Register("Return"));

        var answers = new List<object?>();
        foreach (var (device, method) in new[] { ("TSD-1", "Register"), ("TSD-2", "Register"), ("TSD-1", "Return"), ("TSD-1", "Register"), ("TSD-2", "Register") })
        {
            var args = new InvokeArgs("S", "", method, [new("item", device)]) { RequestId = "1", Caller = new InvokeCaller(CallOrigin.Device) { DeviceId = device } };
            answers.Add((await connector.InvokeAsync(args, CancellationToken.None)).Value);
        }

        answers.Should().Equal(1L, 1L, 1L, 0L, 0L);
    }

    private static SqlMethodSettings Register(string name) => SqlFixture.Method(
        "INSERT INTO moves VALUES (@id, @item) ON CONFLICT (id) DO NOTHING", "id item", method => (method.Method, method.Safety, method.KeyParameter) = (name, "Keyed", "id"));
}
