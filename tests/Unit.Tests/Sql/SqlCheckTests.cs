using Cleverence.Connectivity;
using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlCheckTests
{
    [TestMethod]
    [DataRow("sqlite", "SQLite 3.")]
    [DataRow("postgresql", "PostgreSQL 1")]
    public async Task A_check_tells_what_answered_and_runs_no_statement(string kind, string answered)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE t(a INTEGER); INSERT INTO t VALUES (1)");
        using var connector = fixture.Connect(SqlFixture.Method("DELETE FROM t WHERE a = @a OR 1 = 1", "a:integer"));

        var report = await connector.CheckAsync(CancellationToken.None);

        report.Problems.Should().BeEmpty();
        report.Answered.Should().StartWith(answered);
        report.Target.Should().NotBeNullOrEmpty();
        Convert.ToInt64(await fixture.ScalarAsync("SELECT count(*) FROM t"), System.Globalization.CultureInfo.InvariantCulture).Should().Be(1);
    }

    [TestMethod]
    [DataRow("sqlite", "SELECT * FROM nowhere", "STATEMENT_WRONG")]
    [DataRow("sqlite", "SELEKT 1", "STATEMENT_WRONG")]
    [DataRow("postgresql", "SELECT * FROM nowhere", "STATEMENT_WRONG")]
    [DataRow("postgresql", "UPDATE t SET b = 1", "STATEMENT_WRONG")]
    public async Task A_statement_the_database_does_not_understand_is_told_with_its_field(string kind, string sql, string code)
    {
        await using var fixture = await SqlFixture.StartAsync(kind, "CREATE TABLE t(a INTEGER)");
        using var connector = fixture.Connect(SqlFixture.Method("SELECT 1", more: method => method.Method = "Good"), SqlFixture.Method(sql));

        var report = await connector.CheckAsync(CancellationToken.None);

        var problem = report.Problems.Should().ContainSingle().Which;
        (problem.Code, problem.Field).Should().Be((code, "methods[1].sql"));
        problem.NextStep.Should().Contain("Correct it");
        problem.NextStepRu.Should().Contain("Исправьте");
        problem.Detail.Should().NotBeNullOrEmpty();
    }

    [TestMethod]
    [DataRow("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim", "REFUSED")]
    [DataRow("Host=no-such-host.invalid;Database=d;Username=u;Password=geheim", "NAME_NOT_RESOLVED")]
    public async Task A_server_that_is_not_there_is_a_problem_of_the_connection_string(string connectionString, string code)
    {
        var settings = new SqlSettings { Database = "postgresql", ConnectionString = connectionString };
        settings.Methods.Add(SqlFixture.Method("SELECT 1"));
        using var connector = new SqlConnector(settings);

        var report = await connector.CheckAsync(CancellationToken.None);

        var problem = report.Problems.Should().ContainSingle().Which;
        (problem.Code, problem.Field, report.Answered).Should().Be((code, "connectionString", null));
        string.Concat(report).Should().NotContain("geheim");
    }

    [TestMethod]
    public async Task A_missing_file_is_a_problem_of_the_connection_string()
    {
        var settings = new SqlSettings { Database = "sqlite", ConnectionString = "Data Source=/nowhere/at/all.db" };
        settings.Methods.Add(SqlFixture.Method("SELECT 1"));
        using var connector = new SqlConnector(settings);

        (await connector.CheckAsync(CancellationToken.None)).Problems.Should().ContainSingle().Which.Should().Match<ConnectorProblem>(problem => problem.Code == "FILE_NOT_OPENED" && problem.Field == "connectionString");
    }

    [TestMethod]
    public async Task Discovery_of_PostgreSQL_lists_tables_views_procedures_and_functions_with_their_parameters()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", """
            CREATE TABLE stock(item text NOT NULL, qty numeric, at timestamptz);
            CREATE VIEW rest AS SELECT item FROM stock;
            CREATE FUNCTION f(id uuid, days int DEFAULT 3) RETURNS TABLE(a text) LANGUAGE sql AS $$ SELECT 'x' $$;
            CREATE PROCEDURE p(INOUT qty int, OUT note text) LANGUAGE plpgsql AS $$ BEGIN note := ''; END $$;
            """);
        var settings = fixture.Settings(new SqlMethodSettings { Method = "M", Procedure = "p" });
        settings.Discover = true;
        using var connector = new SqlConnector(settings);

        var methods = (await connector.CheckAsync(CancellationToken.None)).Methods!;

        methods.Select(method => method.FullName).Should().Contain(["M", "table.public.stock", "view.public.rest", "function.public.f", "procedure.public.p"]);
        methods[0].Parameters.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "qty", Type = ValueKind.Integer, Description = "integer, inout" });
        methods.Single(method => method.MethodName == "public.stock").Parameters.Select(column => (column.Name, column.Type, column.Optional))
            .Should().Equal(("item", ValueKind.String, false), ("qty", ValueKind.Decimal, true), ("at", ValueKind.DateTimeOffset, true));
        methods.Single(method => method.MethodName == "public.f").Parameters.Select(parameter => (parameter.Name, parameter.Optional)).Should().Equal(("id", false), ("days", true));
    }

    [TestMethod]
    public async Task Discovery_of_SQLite_lists_tables_and_views()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", "CREATE TABLE stock(item TEXT NOT NULL, qty NUMERIC); CREATE VIEW rest AS SELECT item FROM stock");
        var settings = fixture.Settings(SqlFixture.Method("SELECT 1"));
        settings.Discover = true;
        using var connector = new SqlConnector(settings);

        var methods = (await connector.CheckAsync(CancellationToken.None)).Methods!;

        methods.Select(method => method.FullName).Should().Equal("M", "view.rest", "table.stock");
        methods[2].Parameters.Select(column => (column.Name, column.Type, column.Optional)).Should().Equal(("item", ValueKind.String, false), ("qty", ValueKind.Decimal, true));
    }

    [TestMethod]
    [DataRow("nowhere", "ROUTINE_NOT_FOUND")]
    [DataRow("twice", "ROUTINE_OVERLOADED")]
    public async Task A_routine_that_the_catalogue_cannot_tell_is_told(string name, string code)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql", "CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE FUNCTION twice(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$");
        var method = new SqlMethodSettings { Method = "M", Function = name };
        using var connector = fixture.Connect(method);

        var report = await connector.CheckAsync(CancellationToken.None);
        var error = await fixture.FailAsync(method);

        report.Problems.Should().ContainSingle().Which.Should().Match<ConnectorProblem>(problem => problem.Code == code && problem.Field == "methods[0].function");
        (error.Code, error.Reason).Should().Be((ConnectorErrorCode.Failed, code));
    }
}
