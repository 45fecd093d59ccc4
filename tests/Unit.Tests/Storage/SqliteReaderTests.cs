using Microsoft.Data.Sqlite;
using Server.Storage;

namespace Unit.Tests.Storage;

[TestClass]
public sealed class SqliteReaderTests : IDisposable
{
    private static readonly HotQuery<object?[]> Values = new(
        "SELECT @text, @whole, @bytes, @none", ["text", "whole", "bytes", "none"], row => [row.Text(0), row.Whole(1), row.Bytes(2), row.TextOrNull(3), row.WholeOrNull(3), row.BytesOrNull(3)]);

    private readonly SqliteReader reader;

    public SqliteReaderTests()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var make = connection.CreateCommand();
        make.CommandText = "CREATE TABLE t (id TEXT, n); INSERT INTO t VALUES ('a', 1), ('b', 'x'), ('c', NULL), ('d', 4)";
        make.ExecuteNonQuery();
        reader = new SqliteReader(connection, 1);
    }

    [TestMethod]
    [DataRow("Водка", 42L)]
    [DataRow("", long.MinValue)]
    public void Values_come_back_as_they_were_given(string text, long whole)
    {
        byte[] bytes = [0, 1, 255];

        reader.Find(Values, [text, whole, bytes, null]).Should().BeEquivalentTo(new object?[] { text, whole, bytes, null, null, null });
    }

    [TestMethod]
    public void Empty_bytes_are_not_nothing() => reader.Find(Values, ["", 0L, Array.Empty<byte>(), null])![2].Should().BeEquivalentTo(Array.Empty<byte>());

    [TestMethod]
    public void Value_of_another_kind_is_damage()
    {
        var ask = () => reader.Find(Values, [1L, 1L, Array.Empty<byte>(), null]);

        ask.Should().Throw<InvalidCastException>();
    }

    [TestMethod]
    public void Nothing_where_something_must_be_is_damage()
    {
        var ask = () => reader.Find(Values, [null, 1L, Array.Empty<byte>(), null]);

        ask.Should().Throw<InvalidCastException>();
    }

    [TestMethod]
    public void What_was_bound_before_is_not_there_the_next_time()
    {
        var query = new HotQuery<string>("SELECT coalesce(@a, 'nothing')", ["a"], row => row.Text(0));
        reader.Find(query, ["first"]);

        reader.Find(query, []).Should().Be("nothing");
    }

    [TestMethod]
    public void Question_that_finds_nothing_can_be_asked_again()
    {
        var query = new HotQuery<string>("SELECT id FROM t WHERE id = @id", ["id"], row => row.Text(0));

        reader.Find(query, ["z"]).Should().BeNull();
        reader.Find(query, ["a"]).Should().Be("a");
    }

    [TestMethod]
    public void Damaged_rows_are_left_out_of_a_list_and_told_of()
    {
        List<string> damaged = [];

        var rows = reader.List(new HotQuery<string>("SELECT id, n FROM t ORDER BY id", [], row => $"{row.Text(0)}{row.Whole(1)}"), [], row => row, (id, _) => damaged.Add(id));

        rows.Should().Equal("a1", "d4");
        damaged.Should().Equal("b", "c");
    }

    [TestMethod]
    public void Many_different_questions_are_all_answered()
    {
        var answers = Enumerable.Range(0, 200).Select(number => reader.Find(new HotQuery<string>($"SELECT 'a{number}'", [], row => row.Text(0)), []));

        answers.Should().Equal(Enumerable.Range(0, 200).Select(number => $"a{number}"));
    }

    [TestMethod]
    public void Refused_question_says_why()
    {
        var ask = () => reader.Find(new HotQuery<string>("SELECT nothing FROM t", [], row => row.Text(0)), []);

        ask.Should().Throw<SqliteException>().WithMessage("*nothing*");
    }

    public void Dispose() => reader.Dispose();
}
