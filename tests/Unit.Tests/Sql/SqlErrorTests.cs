using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlErrorTests
{
    private const string Schema = """
        CREATE TABLE place(id INTEGER PRIMARY KEY);
        INSERT INTO place VALUES (1);
        CREATE TABLE stock(item TEXT PRIMARY KEY, qty INTEGER NOT NULL CHECK (qty >= 0), place INTEGER REFERENCES place(id));
        INSERT INTO stock VALUES ('a', 1, 1);
        """;

    private const string Fails = "CREATE FUNCTION fails(state text, words text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', words USING ERRCODE = state; END $$";

    [TestMethod]
    [DataRow("sqlite", "INSERT INTO stock VALUES ('a', 1, 1)", "Conflict", "DUPLICATE", false)]
    [DataRow("sqlite", "INSERT INTO stock VALUES ('b', 1, 7)", "Conflict", "FOREIGN_KEY", false)]
    [DataRow("sqlite", "INSERT INTO stock VALUES ('b', NULL, 1)", "Rejected", "NOT_NULL", false)]
    [DataRow("sqlite", "INSERT INTO stock VALUES ('b', -1, 1)", "Rejected", "CHECK", false)]
    [DataRow("sqlite", "SELEKT 1", "Failed", "STATEMENT_WRONG", false)]
    [DataRow("sqlite", "SELECT * FROM nowhere", "Failed", "STATEMENT_WRONG", false)]
    [DataRow("postgresql", "INSERT INTO stock VALUES ('a', 1, 1)", "Conflict", "DUPLICATE", false)]
    [DataRow("postgresql", "INSERT INTO stock VALUES ('b', 1, 7)", "Conflict", "FOREIGN_KEY", false)]
    [DataRow("postgresql", "INSERT INTO stock VALUES ('b', NULL, 1)", "Rejected", "NOT_NULL", false)]
    [DataRow("postgresql", "INSERT INTO stock VALUES ('b', -1, 1)", "Rejected", "CHECK", false)]
    [DataRow("postgresql", "SELEKT 1", "Failed", "STATEMENT_WRONG", false)]
    [DataRow("postgresql", "SELECT * FROM nowhere", "Failed", "STATEMENT_WRONG", false)]
    [DataRow("postgresql", "SELECT nofunction(1)", "Failed", "STATEMENT_WRONG", false)]
    [DataRow("postgresql", "SELECT 'x'::int", "Rejected", "VALUE_REFUSED", false)]
    [DataRow("postgresql", "SELECT 1/0", "Rejected", "VALUE_REFUSED", false)]
    [DataRow("postgresql", "SELECT 99999999999::int", "Rejected", "VALUE_REFUSED", false)]
    [DataRow("postgresql", "SELECT fails('P0001', 'Недостаточно остатка')", "Rejected", "RAISED", false)]
    [DataRow("postgresql", "SELECT fails('40P01', 'x')", "Busy", "DEADLOCK", true)]
    [DataRow("postgresql", "SELECT fails('40001', 'x')", "Busy", "SERIALIZATION", true)]
    [DataRow("postgresql", "SELECT fails('55P03', 'x')", "Busy", "LOCKED", true)]
    [DataRow("postgresql", "SELECT fails('53100', 'x')", "Unavailable", "DISK_FULL", false)]
    [DataRow("postgresql", "SELECT fails('44000', 'x')", "Rejected", "CHECK", false)]
    [DataRow("postgresql", "SELECT fails('23000', 'x')", "Conflict", "INTEGRITY", false)]
    [DataRow("postgresql", "SELECT (SELECT g FROM generate_series(1, 2) g)", "Rejected", "SEVERAL_FOUND", false)]
    [DataRow("postgresql", "SELECT fails('53300', 'x')", "Unavailable", "TOO_MANY_CONNECTIONS", true)]
    [DataRow("postgresql", "SELECT fails('23P01', 'x')", "Conflict", "EXCLUSION", false)]
    [DataRow("postgresql", "SELECT fails('54000', 'x')", "TooLarge", "TOO_LARGE", false)]
    [DataRow("postgresql", "SET statement_timeout = 50; SELECT pg_sleep(5)", "Timeout", "STATEMENT_CANCELLED", true)]
    [DataRow("postgresql", "SET TRANSACTION READ ONLY; INSERT INTO stock VALUES ('z', 1, 1)", "Rejected", "READ_ONLY", false)]
    [DataRow("postgresql", "SET ROLE nobody_here; SELECT 1", "Rejected", "VALUE_REFUSED", false)]
    public async Task A_failure_of_the_database_has_its_code_and_leaves_no_doubt(string kind, string sql, string code, string reason, bool retryable)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, kind == "sqlite" ? Schema : Schema + Fails);

        var error = await fixture.FailAsync(SqlFixture.Method(sql));

        error.Code.ToString().Should().Be(code);
        error.Reason.Should().Be(reason);
        error.Retryable.Should().Be(retryable);
        error.InDoubt.Should().BeFalse("the database told that it failed");
        error.Target.Should().NotBeNullOrEmpty();
        error.MessageRu.Should().NotBeNullOrEmpty();
        error.Detail.Should().NotBeNullOrEmpty();
        error.Message.Length.Should().BeLessThan(200);
    }

    [TestMethod]
    public async Task What_a_procedure_raises_for_people_reaches_the_operator()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", Fails);

        var error = await fixture.FailAsync(SqlFixture.Method("SELECT fails('P0001', 'Недостаточно остатка')"));

        error.Message.Should().Be("Недостаточно остатка");
        error.MessageRu.Should().Be("Недостаточно остатка");
    }

    [TestMethod]
    public async Task What_a_trigger_of_SQLite_raises_reaches_the_operator()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", "CREATE TABLE t(a); CREATE TRIGGER g BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'Склад закрыт'); END");

        var error = await fixture.FailAsync(SqlFixture.Method("INSERT INTO t VALUES (1)"));

        (error.Code, error.Reason, error.Message).Should().Be((ConnectorErrorCode.Rejected, "RAISED", "Склад закрыт"));
    }

    [TestMethod]
    [DataRow("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim-1", "Unavailable", "REFUSED", true)]
    [DataRow("Host=no-such-host.invalid;Database=d;Username=u;Password=geheim-1", "Unavailable", "NAME_NOT_RESOLVED", true)]
    public async Task A_server_that_is_not_there_is_told_without_doubt_and_without_secrets(string connectionString, string code, string reason, bool retryable)
    {
        var settings = new SqlSettings { Database = "postgresql", ConnectionString = connectionString };
        settings.Methods.Add(SqlFixture.Method("UPDATE t SET a = 1"));
        using var connector = new SqlConnector(settings);

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);
        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;

        (error.Code.ToString(), error.Reason, error.Retryable, error.InDoubt).Should().Be((code, reason, retryable, false));
        (error.Message + error.MessageRu + error.Detail).Should().NotContain("geheim-1");
    }

    [TestMethod]
    public async Task An_unknown_database_is_told()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");
        var settings = fixture.Settings(SqlFixture.Method("SELECT 1"));
        settings.ConnectionString = settings.ConnectionString.Replace("Database=test_", "Database=missing_", StringComparison.Ordinal);
        using var connector = new SqlConnector(settings);

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Unavailable && error.Reason == "DATABASE_UNKNOWN");
    }

    [TestMethod]
    public async Task A_right_that_is_missing_is_access_denied()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", $"DROP ROLE IF EXISTS clerk_{Environment.ProcessId}; CREATE ROLE clerk_{Environment.ProcessId}; CREATE TABLE secret(a int)");

        var error = await fixture.FailAsync(SqlFixture.Method($"SET LOCAL ROLE clerk_{Environment.ProcessId}; SELECT * FROM secret"));

        (error.Code, error.Reason).Should().Be((ConnectorErrorCode.AccessDenied, "NO_PRIVILEGE"));
    }

    [TestMethod]
    public async Task A_role_that_does_not_exist_is_access_denied()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");
        var settings = fixture.Settings(SqlFixture.Method("SELECT 1"));
        settings.ConnectionString = settings.ConnectionString.Replace("Username=postgres", "Username=nobody;Password=geheim-2", StringComparison.Ordinal);
        using var connector = new SqlConnector(settings);

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);
        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;

        (error.Code, error.Reason).Should().Be((ConnectorErrorCode.AccessDenied, "ACCESS_REFUSED"));
        (error.Message + error.MessageRu + error.Detail).Should().NotContain("geheim-2");
    }

    [TestMethod]
    public async Task Too_many_connections_are_told()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");
        var settings = fixture.Settings(SqlFixture.Method("SELECT pg_sleep(3)", more: method => method.Safety = "Safe"));
        settings.ConnectionString += ";Maximum Pool Size=1";
        settings.ConnectTimeout = "00:00:01";
        using var connector = new SqlConnector(settings);
        var holding = SqlFixture.CallAsync(connector, CancellationToken.None);

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Reason == "TOO_MANY_CONNECTIONS" && error.Retryable && !error.InDoubt);
        await holding;
    }

    [TestMethod]
    public async Task A_locked_SQLite_file_is_busy_and_may_be_tried_again()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", Schema);
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection(fixture.ConnectionString + ";Pooling=False");
        await other.OpenAsync();
        await using var holding = other.BeginTransaction();
        var settings = fixture.Settings(SqlFixture.Method("UPDATE stock SET qty = 5"));
        settings.ConnectTimeout = "00:00:01";
        using var connector = new SqlConnector(settings);

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Busy && error.Reason == "LOCKED" && error.Retryable && !error.InDoubt);
    }

    [TestMethod]
    [DataRow("missing.db", "", "Unavailable", "FILE_NOT_OPENED")]
    [DataRow("test.db", ";Mode=ReadOnly", "Rejected", "READ_ONLY")]
    [DataRow("damaged.db", "", "Unavailable", "FILE_DAMAGED")]
    public async Task A_SQLite_file_that_cannot_be_used_is_told(string file, string more, string code, string reason)
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", Schema);
        var path = fixture.ConnectionString.Replace("Data Source=", "", StringComparison.Ordinal).Replace("test.db", file, StringComparison.Ordinal);
        if (file == "damaged.db") await File.WriteAllTextAsync(path, new string('x', 8192));
        var settings = fixture.Settings(SqlFixture.Method("UPDATE stock SET qty = 5"));
        settings.ConnectionString = $"Data Source={path}{more}";
        using var connector = new SqlConnector(settings);

        var call = () => SqlFixture.CallAsync(connector, CancellationToken.None);
        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;

        (error.Code.ToString(), error.Reason).Should().Be((code, reason));
        File.Exists(path).Should().Be(file != "missing.db", "a misspelt path makes no new database");
    }
}
