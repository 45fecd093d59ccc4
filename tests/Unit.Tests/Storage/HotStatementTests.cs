using System.Data;
using Microsoft.Data.Sqlite;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class HotStatementTests
{
    private static readonly HotStatement Insert = new(
        "INSERT INTO t (id, number, content, flag, text) VALUES (@id, @number, @content, @flag, @id || @text) ON CONFLICT (id) DO NOTHING",
        [("text", DbType.String), ("id", DbType.String), ("number", DbType.Int64), ("content", DbType.Binary), ("flag", DbType.Boolean)]);

    private readonly string file = Path.Combine(Path.GetTempPath(), $"hot-{Guid.NewGuid():N}.db");
    private SqliteConnection connection = null!;

    [TestInitialize]
    public void Open() => connection = OpenFile();

    [TestCleanup]
    public void Close()
    {
        connection.Dispose();
        File.Delete(file);
    }

    [TestMethod]
    public void Values_go_to_their_parameters_and_the_changed_rows_are_counted()
    {
        Insert.Execute(connection, "б\u001d", "a", 7L, Array.Empty<byte>(), true).Should().Be(1);
        Insert.Execute(connection, "c", "a", 8L, new byte[] { 1 }, false).Should().Be(0, "the row is there");
        Insert.Execute(connection, null, "b", null, null, null).Should().Be(1);

        Rows().Should().Equal("a|7|0|1|aб\u001d", "b||||");
    }

    [TestMethod]
    public void A_refusal_tells_its_cause_and_the_next_one_runs()
    {
        var refused = () => Insert.Execute(connection, "x", null, 1L, null, true);

        refused.Should().Throw<SqliteException>().WithMessage("*NOT NULL constraint failed: t.id*").Which.SqliteErrorCode.Should().Be(19);
        Insert.Execute(connection, "x", "c", 1L, null, true).Should().Be(1);
    }

    [TestMethod]
    public void Nothing_of_the_values_before_is_left()
    {
        Insert.Execute(connection, "x", "a", 1L, new byte[] { 9 }, true);
        Insert.Execute(connection, null, "b", null, null, null);

        Rows().Should().EndWith("b||||");
    }

    [TestMethod]
    public void Parameters_may_be_named_with_their_sign_and_need_not_be_used()
    {
        var wide = new HotStatement("INSERT INTO t (id, number) VALUES (@id, @number)", [("@id", DbType.String), ("@unused", DbType.String), ("@number", DbType.Int64)]);

        wide.Execute(connection, "a", "x", 7L).Should().Be(1);

        Rows().Should().Equal("a|7|||");
    }

    [TestMethod]
    public void A_file_that_somebody_holds_is_waited_for()
    {
        using var holder = OpenFile();
        Run(holder, "BEGIN IMMEDIATE");
        connection.DefaultTimeout = 1;
        var held = () => Insert.Execute(connection, "x", "a", 1L, null, true);

        held.Should().Throw<SqliteException>().Which.SqliteErrorCode.Should().Be(5);
        Run(holder, "ROLLBACK");
        Insert.Execute(connection, "x", "a", 1L, null, true).Should().Be(1);
    }

    [TestMethod]
    public void Each_connection_has_its_own()
    {
        Insert.Execute(connection, "x", "a", 1L, null, true);
        connection.Dispose();
        connection = OpenFile();

        Insert.Execute(connection, "x", "b", 2L, null, true).Should().Be(1);
        Rows().Should().HaveCount(2);
    }

    [TestMethod]
    public void A_table_that_was_changed_is_understood_anew()
    {
        Insert.Execute(connection, "x", "a", 1L, null, true);
        Run(connection, "ALTER TABLE t ADD COLUMN more TEXT");

        Insert.Execute(connection, "x", "b", 2L, null, true).Should().Be(1);
    }

    private SqliteConnection OpenFile()
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        opened.Open();
        Run(opened, "CREATE TABLE IF NOT EXISTS t (id TEXT NOT NULL PRIMARY KEY, number INTEGER, content BLOB, flag INTEGER, text TEXT)");
        return opened;
    }

    private static void Run(SqliteConnection on, string text)
    {
        using var command = on.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private List<string> Rows()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id || '|' || IFNULL(number, '') || '|' || IFNULL(LENGTH(content), '') || '|' || IFNULL(flag, '') || '|' || IFNULL(text, '') FROM t ORDER BY id";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
