using Connectors.Sql;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlScannerTests
{
    private static readonly SqlRules Postgres = new() { IsPostgres = true };
    private static readonly SqlRules Sqlite = new() { BracketNames = true };

    [TestMethod]
    [DataRow("SELECT @a, @b, @a", "a b a")]
    [DataRow("SELECT '@a', \"@b\", @c", "c")]
    [DataRow("SELECT 'it''s @a', @b", "b")]
    [DataRow("-- @a\nSELECT @b /* @c /* @d */ @e */", "b")]
    [DataRow("SELECT $$ @a $$, $t$ @b $$ $t$, @c", "c")]
    [DataRow("SELECT E'\\'@a', @b", "b")]
    [DataRow("SELECT a <@ b, c @> d, e @@ f, g[1], @h", "h")]
    [DataRow("SELECT a=@a, b>@b,(@c),-@d", "a b c d")]
    [DataRow("SELECT @товар, @_x1", "товар _x1")]
    [DataRow("SELECT a$1$b, @c", "c")]
    [DataRow("SELECT '\\', @a", "a")]
    public void Places_of_PostgreSQL_are_found_outside_quotes_and_comments(string sql, string expected) => Places(sql, Postgres).Should().Be(expected);

    [TestMethod]
    [DataRow("SELECT [@a], `@b`, @c", "c")]
    [DataRow("SELECT a<@b", "b")]
    [DataRow("/* /* @a */ SELECT @b", "b")]
    [DataRow("SELECT @@version, @b", "b")]
    [DataRow("SELECT '$$', @b, '$$'", "b")]
    public void Places_of_others_are_found_outside_quotes_and_comments(string sql, string expected) => Places(sql, Sqlite).Should().Be(expected);

    [TestMethod]
    [DataRow("SELECT 1; SELECT 2", 2)]
    [DataRow("SELECT ';'; -- ; \n ; /* ; */ ;", 1)]
    [DataRow(" ; ; ", 0)]
    [DataRow("-- nothing", 0)]
    public void Statements_are_counted_by_the_semicolons_between_them(string sql, int expected) => new SqlScanner(sql, Postgres).Scan().Should().HaveCount(expected);

    [TestMethod]
    [DataRow("SELECT 'a", "a quote is not closed")]
    [DataRow("SELECT \"a", "a quote is not closed")]
    [DataRow("SELECT 1 /* ", "a comment is not closed")]
    [DataRow("SELECT $x$ a $$", "$x$ is not closed")]
    public void What_is_not_closed_is_told(string sql, string expected)
    {
        var scanner = new SqlScanner(sql, Postgres);

        scanner.Scan();

        scanner.Problem!.Value.En.Should().Be(expected);
    }

    [TestMethod]
    [DataRow("MERGE INTO a USING b ON a.id = @id WHEN MATCHED THEN DELETE;", "MERGE INTO a USING b ON a.id = <id> WHEN MATCHED THEN DELETE;")]
    [DataRow("BEGIN take(@a); note(@a); END;", "BEGIN take(<a>); note(<a>); END;")]
    [DataRow(" -- two\nSELECT 1 ;;  SELECT @b", " -- two\nSELECT 1 ;;  SELECT <b>")]
    [DataRow("@a", "<a>")]
    [DataRow("SELECT '@a;'", "SELECT '@a;'")]
    public void All_of_the_text_is_kept_around_its_places(string sql, string expected)
    {
        var scanner = new SqlScanner(sql, Sqlite);

        scanner.Scan();

        string.Concat(scanner.Whole.Select(part => part.IsPlace ? $"<{part.Text}>" : part.Text)).Should().Be(expected);
    }

    [TestMethod]
    public async Task A_provider_is_sent_the_text_as_the_administrator_wrote_it()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", "CREATE TABLE t(a TEXT)");
        var connection = new RecordingConnection();
        using var connector = StubFactory.Connect(fixture, () => connection, ":", SqlFixture.Method("INSERT INTO t VALUES (@a);\nSELECT count(*) FROM t WHERE a = @a; -- end;", "a", method => method.Result = "scalar"));

        (await SqlFixture.CallAsync(connector, CancellationToken.None, ("a", "x"))).Should().Be(1L);

        connection.Texts.Should().Contain("INSERT INTO t VALUES (:p1);\nSELECT count(*) FROM t WHERE a = :p1; -- end;");
    }

    private static string Places(string sql, SqlRules rules) => string.Join(' ', new SqlScanner(sql, rules).Scan().SelectMany(statement => statement.Places));
}
