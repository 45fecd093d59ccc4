using Cleverence.Connectivity;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestBodyTests
{
    [TestMethod]
    public async Task Nested_json_keeps_the_types_of_arguments_and_literals()
    {
        var sent = await SentAsync("""{"doc":{"qty":"{qty}","text":"{qty} шт для {who}","fixed":7,"part":0.50,"yes":true,"code":"007","list":["{who}","b"]}}""", ("qty", 1.50m), ("who", "Ёж \"1\""));

        sent.Should().Be("""{"doc":{"code":"007","fixed":7,"list":["Ёж \"1\"","b"],"part":0.50,"qty":1.50,"text":"1.50 шт для Ёж \"1\"","yes":true}}""");
    }

    [TestMethod]
    public async Task A_body_written_as_a_string_keeps_every_type_and_the_order()
    {
        var sent = await SentAsync("\"{\\\"z\\\":\\\"7\\\",\\\"qty\\\":\\\"{qty}\\\",\\\"a\\\":{},\\\"who\\\":\\\"{who}\\\"}\"", ("qty", 2m), ("who", "x"));

        sent.Should().Be("""{"z":"7","qty":2,"a":{},"who":"x"}""");
    }

    [TestMethod]
    public async Task A_flat_object_written_as_a_string_is_not_taken_for_a_place()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"method":"M","verb":"POST","path":"/","body":"{\"z\":\"7\",\"list\":[1]}"}""");

        await connector.ValueAsync(RestFixture.Call("", "M"));

        server.Seen.Should().ContainSingle().Which.Body.Should().Be("""{"z":"7","list":[1]}""");
    }

    [TestMethod]
    public async Task A_member_whose_optional_argument_is_not_given_is_left_out_and_a_null_is_sent()
    {
        const string body = """{"qty":"{qty}","who":"{who}","note":"{note}"}""";

        (await SentAsync(body, ("qty", 1m), ("who", "x"))).Should().Be("""{"qty":1,"who":"x"}""");
        (await SentAsync(body, ("qty", 1m), ("who", "x"), ("note", null))).Should().Be("""{"note":null,"qty":1,"who":"x"}""");
    }

    [TestMethod]
    public async Task Records_and_tables_travel_as_whole_values()
    {
        var table = new ConnectorTable([new("sku", ValueKind.String)], [["A"]]);

        var sent = await SentAsync("""{"qty":"{qty}","who":"{who}","rows":"{rows}"}""", ("qty", 1m), ("who", "x"), ("rows", table));

        sent.Should().Be("""{"qty":1,"rows":[{"sku":"A"}],"who":"x"}""");
    }

    [TestMethod]
    public async Task A_whole_body_may_be_one_argument()
    {
        var sent = await SentAsync("\"{rows}\"", ("qty", 1m), ("who", "x"), ("rows", new ConnectorRecord { { "k", 1L } }));

        sent.Should().Be("""{"k":1}""");
    }

    private static async Task<string> SentAsync(string body, params (string Name, object? Value)[] arguments)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, $$"""{"method":"Post","verb":"POST","path":"/{who}","query":{"q":"{qty}"},"body":{{body}},"parameters":{{AddUses(body)}}}""");
        await connector.ValueAsync(RestFixture.Call("", "Post", arguments));
        return server.Seen.Should().ContainSingle().Subject.Body;
    }

    // A declared parameter that nothing uses is a mistake of the template, so each test declares what its body names.
    private static string AddUses(string body) =>
        body.Contains("{note}", StringComparison.Ordinal) ? """[{"name":"qty","type":"decimal"},{"name":"note","optional":true}]"""
        : body.Contains("{rows}", StringComparison.Ordinal) ? """[{"name":"qty","type":"decimal"},{"name":"rows","type":"any","optional":true}]"""
        : """[{"name":"qty","type":"decimal"}]""";
}
