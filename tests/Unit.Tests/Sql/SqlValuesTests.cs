using Cleverence.Connectivity;

namespace Unit.Tests.Sql;

[TestClass]
public sealed class SqlValuesTests
{
    [TestMethod]
    [DataRow("SELECT true", "True")]
    [DataRow("SELECT 1::int2", "1")]
    [DataRow("SELECT 9223372036854775807::int8", "9223372036854775807")]
    [DataRow("SELECT 12345678901234567890.12345678", "12345678901234567890.12345678")]
    [DataRow("SELECT 1.50::numeric(10,2)", "1.50")]
    [DataRow("SELECT 0.1::float8", "0.1")]
    [DataRow("SELECT 0.1::float4", "0.1")]
    [DataRow("SELECT 1e20::float8", "100000000000000000000")]
    [DataRow("SELECT 'a\u0436'::text", "aж")]
    [DataRow("SELECT 'c8a5c0de-0000-4000-8000-000000000001'::uuid", "c8a5c0de-0000-4000-8000-000000000001")]
    [DataRow("SELECT '{\"a\": 1.10}'::jsonb", "{\"a\": 1.10}")]
    [DataRow("SELECT '1 day 02:00'::interval", "1 day 02:00:00")]
    [DataRow("SELECT '10:20:30'::time", "10:20:30")]
    [DataRow("SELECT '192.168.0.1/24'::inet", "192.168.0.1/24")]
    [DataRow("SELECT '[1,5)'::int4range", "[1,5)")]
    [DataRow("SELECT ROW(1,'x')", "(1,x)")]
    public async Task A_value_of_PostgreSQL_arrives_exactly(string sql, string expected)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");

        var value = await fixture.CallAsync(SqlFixture.Method(sql, more: method => method.Result = "scalar"));

        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("SELECT 'NaN'::float8", "NaN")]
    [DataRow("SELECT 'Infinity'::float8", "Infinity")]
    [DataRow("SELECT '-Infinity'::numeric", "-Infinity")]
    [DataRow("SELECT 'NaN'::numeric", "NaN")]
    [DataRow("SELECT 1e300::float8", "1e+300")]
    [DataRow("SELECT 123456789012345678901234567890.5", "123456789012345678901234567890.5")]
    [DataRow("SELECT 0.12345678901234567890123456789012", "0.12345678901234567890123456789012")]
    [DataRow("SELECT 'infinity'::timestamp", "infinity")]
    [DataRow("SELECT '-infinity'::timestamptz", "-infinity")]
    [DataRow("SELECT '0044-03-15 BC'::date", "0044-03-15 BC")]
    [DataRow("SELECT ARRAY[1, 'NaN'::float8]", "NaN")]
    public async Task A_value_that_cannot_be_given_exactly_is_told_with_its_place(string sql, string text)
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");

        var error = await fixture.FailAsync(SqlFixture.Method($"{sql} AS odd", more: method => (method.Result, method.Safety) = ("scalar", "Safe")));

        error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        error.Message.Should().StartWith("Row 1, column 'odd': ").And.Contain(text);
        error.MessageRu.Should().StartWith("Строка 1, столбец «odd»: ");
    }

    [TestMethod]
    public async Task Times_of_PostgreSQL_keep_their_moment_and_the_first_day_of_the_calendar()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");
        var method = SqlFixture.Method("SELECT @a AS a, @b AS b, @c AS c, '2026-05-31'::date AS d", "a:dateTime b:dateTimeOffset c:dateTime", one => one.Result = "row");

        var row = (ConnectorRecord)(await fixture.CallAsync(method, ("a", new DateTime(1, 1, 1)), ("b", new DateTimeOffset(2026, 5, 31, 14, 3, 0, TimeSpan.FromHours(3))), ("c", new DateTime(9999, 12, 31, 23, 59, 59))))!;

        row["a"].Should().Be(new DateTime(1, 1, 1));
        ((DateTimeOffset)row["b"]!).UtcDateTime.Should().Be(new DateTime(2026, 5, 31, 11, 3, 0));
        row["c"].Should().Be(new DateTime(9999, 12, 31, 23, 59, 59));
        row["d"].Should().Be(new DateTime(2026, 5, 31));
    }

    [TestMethod]
    [DataRow("sqlite")]
    [DataRow("postgresql")]
    public async Task Arguments_of_every_kind_come_back_as_they_went(string kind)
    {
        await using var fixture = await SqlFixture.StartAsync(kind);
        var method = SqlFixture.Method("SELECT @t AS t, @i AS i, @d AS d, @y AS y, @n AS n", "t i:integer d:decimal y:binary n:string", one => one.Result = "row");

        var row = (ConnectorRecord)(await fixture.CallAsync(method, ("t", "О'Нил \"; --"), ("i", 42L), ("d", 0.1m), ("y", new byte[] { 0, 255, 39 }), ("n", null)))!;

        row["t"].Should().Be("О'Нил \"; --");
        row["i"].Should().Be(42L);
        row["d"].Should().Be(0.1m);
        row["y"].Should().BeEquivalentTo(new byte[] { 0, 255, 39 });
        row["n"].Should().BeNull();
    }

    [TestMethod]
    public async Task Lists_are_arrays_of_PostgreSQL_and_come_back_as_lists()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");
        var method = SqlFixture.Method("SELECT @l AS l, ARRAY[[1,2],[3,NULL]] AS deep, ARRAY['a,b','NULL',NULL,'\"q\\'] AS odd, cardinality(@e::int[]) AS e", "l:list e:list", one => one.Result = "row");

        var row = (ConnectorRecord)(await fixture.CallAsync(method, ("l", new List<object?> { 1L, 2.5m, null }), ("e", new List<object?>())))!;

        row["l"].Should().BeEquivalentTo(new object?[] { 1m, 2.5m, null });
        row["deep"].Should().BeEquivalentTo(new object?[] { new object?[] { 1L, 2L }, new object?[] { 3L, null } });
        row["odd"].Should().BeEquivalentTo(new object?[] { "a,b", "NULL", null, "\"q\\" });
        row["e"].Should().Be(0L);
    }

    [TestMethod]
    public async Task Lists_and_records_are_JSON_for_SQLite()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite");
        var method = SqlFixture.Method("SELECT count(*) AS n, sum(value) AS s, @r ->> 'a' AS a FROM json_each(@l)", "l:list r:record", one => one.Result = "row");

        var row = (ConnectorRecord)(await fixture.CallAsync(method, ("l", new List<object?> { 1L, 2L, 39L }), ("r", new ConnectorRecord { { "a", "x'y" } })))!;

        row["n"].Should().Be(3L);
        row["s"].Should().Be(42L);
        row["a"].Should().Be("x'y");
    }

    [TestMethod]
    public async Task Records_and_tables_are_JSON_for_PostgreSQL()
    {
        await using var fixture = await SqlFixture.StartAsync("postgresql");
        var method = SqlFixture.Method("SELECT sum(qty) AS s, max(item) AS m FROM json_to_recordset(@rows) AS r(item text, qty numeric)", "rows:table", one => one.Result = "row");
        var table = ConnectorTable.FromRecords([new() { { "item", "a" }, { "qty", 1.10m } }, new() { { "item", "b" }, { "qty", 2.20m } }]);

        var row = (ConnectorRecord)(await fixture.CallAsync(method, ("rows", table)))!;

        row["s"].Should().Be(3.30m);
        row["m"].Should().Be("b");
    }

    [TestMethod]
    [DataRow("CREATE TABLE t(v NUMERIC); INSERT INTO t VALUES (0.1)", "0.1")]
    [DataRow("CREATE TABLE t(v DECIMAL(10,2)); INSERT INTO t VALUES (5)", "5")]
    [DataRow("CREATE TABLE t(v TEXT); INSERT INTO t VALUES ('12345678901234567890123456.78')", "12345678901234567890123456.78")]
    [DataRow("CREATE TABLE t(v BOOLEAN); INSERT INTO t VALUES (1)", "True")]
    [DataRow("CREATE TABLE t(v DATETIME); INSERT INTO t VALUES ('2026-05-31 10:00:00')", "2026-05-31 10:00:00")]
    [DataRow("CREATE TABLE t(v INTEGER); INSERT INTO t VALUES (-9223372036854775808)", "-9223372036854775808")]
    public async Task A_value_of_SQLite_has_the_kind_of_its_column(string schema, string expected)
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite", schema);

        var value = await fixture.CallAsync(SqlFixture.Method("SELECT v FROM t", more: method => method.Result = "scalar"));

        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [TestMethod]
    public async Task A_column_of_SQLite_without_a_kind_takes_the_declared_one()
    {
        await using var fixture = await SqlFixture.StartAsync("sqlite");
        const string sql = "SELECT 1 AS v, '2026-05-31 10:00:00' AS t UNION ALL SELECT 2.5, NULL";

        var table = (ConnectorTable)(await fixture.CallAsync(SqlFixture.Method(sql, more: method => (method.Columns["v"], method.Columns["t"]) = ("decimal", "dateTime"))))!;
        var error = await fixture.FailAsync(SqlFixture.Method(sql));

        table.Rows[1][0].Should().Be(2.5m);
        table.Rows[0][1].Should().Be(new DateTime(2026, 5, 31, 10, 0, 0));
        error.Message.Should().StartWith("Row 2, column 'v': '2.5' is not integer").And.Contain("\"columns\"");
    }
}
