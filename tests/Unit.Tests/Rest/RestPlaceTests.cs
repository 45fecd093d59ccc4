using Cleverence.Connectivity;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

/// <summary>What arguments cannot do from the places of a template.</summary>
[TestClass]
public sealed class RestPlaceTests
{
    private const string GetRest = """{"class":"Stock","method":"GetRest","path":"/stock/{item}","query":{"warehouse":"{warehouse}"},"parameters":[{"name":"item","aliases":["Товар"]},{"name":"warehouse","optional":true}],"result":"$.data.rows","resultType":"table"}""";

    [TestMethod]
    [DataRow("..")]
    [DataRow(".")]
    [DataRow(" ")]
    public async Task An_argument_cannot_climb_out_of_the_path(string item)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, GetRest);

        var error = await connector.ErrorAsync(RestFixture.Call("Stock", "GetRest", ("item", item)));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Offenders.Should().ContainSingle().Which.Should().Be($"item: '{item}' is not part of a path");
        error.MessageRu.Should().Contain("не часть пути");
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_slash_in_an_argument_stays_inside_its_segment()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/a/.{x}/b"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M", ("x", ".")));
        await connector.ValueAsync(RestFixture.Call("", "M", ("x", "./../admin")));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        server.Seen.Should().ContainSingle().Which.Target.Should().Be("/a/..%2F..%2Fadmin/b");
    }

    [TestMethod]
    [DataRow("/docs/{a}{b}", ".", ".")]
    [DataRow("/docs/.{a}/{b}", ".", "x")]
    [DataRow("/docs/{a}/%2E{b}", "x", ".")]
    [DataRow("/docs/{a}-{b}", "..", "x")]
    public async Task Arguments_cannot_make_a_dot_segment_together(string path, string a, string b)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"DELETE","path":"{{path}}"}""");

        (await connector.ErrorAsync(RestFixture.Call("", "M", ("a", a), ("b", b)))).Code.Should().Be(ConnectorErrorCode.InvalidArguments);

        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("application/xml")]
    [DataRow("text/html; charset=utf-8")]
    public async Task An_argument_of_a_markup_body_is_escaped_and_knows_no_control_characters(string type)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"POST","path":"/","bodyType":"text","contentType":"{{type}}","body":"<a>{x}</a>"}""");

        await connector.ValueAsync(RestFixture.Call("", "M", ("x", "1<b/>\t&🥛")));
        var error = await connector.ErrorAsync(RestFixture.Call("", "M", ("x", "1\u0001")));
        var half = await connector.ErrorAsync(RestFixture.Call("", "M", ("x", "1\ud83e")));

        server.Seen.Should().ContainSingle().Which.Body.Should().Be("<a>1&lt;b/&gt;\t&amp;🥛</a>");
        error.Offenders.Should().ContainSingle().Which.Should().Be("x: '1\u0001' has characters that XML does not know");
        half.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
    }

    [TestMethod]
    public async Task An_argument_cannot_break_a_header()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/","headers":{"X-Warehouse":"{w}"}}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M", ("w", "1\r\nX-Admin: yes")));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        server.Seen.Should().BeEmpty();
    }
}
