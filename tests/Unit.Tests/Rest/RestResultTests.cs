using System.Text;
using Cleverence.Connectivity;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestResultTests
{
    [TestMethod]
    [DataRow("", "", """{"a":1}""", "record")]
    [DataRow("a", "", """{"a":1}""", "integer")]
    [DataRow("$.a[0].b", "", """{"a":[{"b":true}]}""", "boolean")]
    [DataRow("$.a[*].b", "", """{"a":[{"b":1},{"b":2}]}""", "list")]
    [DataRow("$.a[*].b", "", """{"a":[]}""", "list")]
    [DataRow("", "table", "[]", "table")]
    [DataRow("", "decimal", "5", "decimal")]
    [DataRow("", "dateTime", "\"2026-05-31T10:00:00\"", "dateTime")]
    [DataRow("", "binary", "raw", "binary")]
    [DataRow("a", "", """{"a":null}""", "null")]
    public async Task The_result_is_the_part_named_and_of_the_kind_declared(string path, string kind, string answer, string expected)
    {
        await using var server = await TestServer.JsonAsync(answer);
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","path":"/","result":"{{path}}","resultType":"{{kind}}"}""");

        var value = await connector.ValueAsync(RestFixture.Call("", "M"));

        ConnectorValues.NameOf(ConnectorValues.KindOf(value)).Should().Be(expected);
    }

    [TestMethod]
    public async Task An_empty_answer_is_null()
    {
        await using var server = await TestServer.JsonAsync("");
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/","result":"$.data"}""");

        (await connector.ValueAsync(RestFixture.Call("", "M"))).Should().BeNull();
    }

    [TestMethod]
    public async Task Plain_text_is_taken_where_text_is_declared()
    {
        await using var server = await TestServer.TextAsync("готово", "text/plain; charset=utf-8");
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/","resultType":"string"}""");

        (await connector.ValueAsync(RestFixture.Call("", "M"))).Should().Be("готово");
    }

    [TestMethod]
    public async Task A_path_that_finds_nothing_is_an_error_and_not_an_empty_answer()
    {
        await using var server = await TestServer.JsonAsync("""{"rows":[]}""");
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/","result":"$.data.rows"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Code.Should().Be(ConnectorErrorCode.InvalidResult);
        error.Message.Should().Contain("$.data.rows").And.Contain("Check \"result\"");
        error.Detail.Should().Contain("rows");
        error.InDoubt.Should().BeFalse();
    }

    [TestMethod]
    public async Task A_change_with_an_unexpected_answer_is_in_doubt()
    {
        await using var server = await TestServer.JsonAsync("[1]");
        using var connector = RestFixture.Connector(server, """{"method":"M","verb":"POST","path":"/","resultType":"record"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.InvalidResult, Reason = "UNEXPECTED_ANSWER", InDoubt = true });
        error.Message.Should().Be("The answer is a list, not a record. Check \"resultType\" of the template.");
    }

    [TestMethod]
    public async Task More_rows_than_the_limit_are_refused()
    {
        var rows = new StringBuilder("[1").Insert(2, ",1", ConnectorTable.MaxRows).Append(']').ToString();
        await using var server = await TestServer.JsonAsync(rows);
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Code.Should().Be(ConnectorErrorCode.TooLarge);
        error.Message.Should().Contain("100001");
    }

    [TestMethod]
    public async Task A_web_page_is_refused_with_cause_and_next_step()
    {
        await using var server = await TestServer.TextAsync("<html><body>Вход</body></html>", "text/html; charset=utf-8");
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Rejected, Reason = "NOT_JSON", Target = server.Authority });
    }
}
