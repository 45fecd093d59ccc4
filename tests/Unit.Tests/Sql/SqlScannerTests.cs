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

    private static string Places(string sql, SqlRules rules) => string.Join(' ', new SqlScanner(sql, rules).Scan().SelectMany(statement => statement.Places));
}
