using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

/// <summary>Secrets of the settings that the other system repeats.</summary>
[TestClass]
public sealed class RestSecretTests
{
    private const string Secret = "k-12345678";

    [TestMethod]
    [DataRow(401, """ "errors":[{"status":"401","message":"{$.message}","messageRu":"Он сказал: {$.message}"}] """)]
    [DataRow(200, """ "errors":[{"path":"$.message","message":"{$.message}","messageRu":"Он сказал: {$.message}"}] """)]
    [DataRow(200, """ "resultType":"list" """)]
    [DataRow(200, """ "result":"$.rows" """)]
    [DataRow(200, """ "columns":[{"name":"n"}],"result":"$.list","paging":{"kind":"link","next":"$.next"} """)]
    [DataRow(200, """ "columns":[{"name":"message","type":"integer"}],"result":"$.list" """)]
    public async Task A_key_that_the_service_repeats_is_not_told(int status, string template)
    {
        await using var server = await TestServer.JsonAsync($$"""{"message":"Invalid key {{Secret}}","list":[{"message":"key {{Secret}}"}],"next":"ftp://x/?api_key={{Secret}}"}""", status);
        using var connector = Connector(server, $$"""{"method":"M","path":"/",{{template}}}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        $"{error.Message} {error.MessageRu} {error.Detail}".Should().NotContain(Secret);
    }

    [TestMethod]
    [DataRow(108)]
    [DataRow(112)]
    [DataRow(3_985)]
    [DataRow(3_990)]
    [DataRow(3_995)]
    public async Task A_key_where_the_text_is_cut_leaves_no_half_of_itself(int before)
    {
        await using var server = await TestServer.JsonAsync($$"""{"message":"{{new string('x', before)}}{{Secret}}","rest":"{{new string('y', 5_000)}}"}""");
        using var connector = Connector(server, """{"method":"M","path":"/","errors":[{"path":"$.message","message":"{$.message}"}]}""", """{"method":"Part","path":"/","result":"$.message","resultType":"integer"}""");

        foreach (var method in new[] { "M", "Part" })
        {
            var error = await connector.ErrorAsync(RestFixture.Call("", method));
            $"{error.Message} {error.MessageRu} {error.Detail}".Should().NotContain("k-12").And.NotContain("xk");
            error.Detail!.Length.Should().BeLessThan(4_010);
        }
    }

    [TestMethod]
    [DataRow(""" "headers":{"X-Token":"Secret s-1234567"} """)]
    [DataRow(""" "headers":{"X-Token":"Secret s-1234567 {n}"} """)]
    [DataRow(""" "headers":{"Authorization":"Bearer s-1234567"} """)]
    [DataRow(""" "query":{"api_key":"s-1234567"} """)]
    [DataRow(""" "query":{"token":"s-1234567:{n}"} """)]
    [DataRow(""" "form":{"client_secret":"s-1234567"} """)]
    [DataRow(""" "parts":[{"name":"password","value":"s-1234567"}] """)]
    [DataRow(""" "body":{"who":{"password":"s-1234567"}} """)]
    [DataRow(""" "body":"{\"tokens\":[\"s-1234567\"]}" """)]
    public async Task A_secret_that_stands_in_a_template_under_its_name_is_not_told(string where)
    {
        await using var server = await TestServer.JsonAsync("""{"message":"What is s-1234567?"}""", 400);
        using var connector = Connector(server, $$"""{"method":"M","verb":"POST","path":"/{n}",{{where}}}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M", ("n", "1")));

        $"{error.Message} {error.MessageRu} {error.Detail}".Should().Contain("What is").And.NotContain("s-1234567");
    }

    [TestMethod]
    public async Task The_words_around_a_secret_are_none()
    {
        await using var server = await TestServer.JsonAsync("""{"message":"Bearer of price lists"}""", 400);
        using var connector = Connector(server, """{"method":"M","verb":"POST","path":"/","query":{"q":"price"},"headers":{"Authorization":"Bearer {t}"},"body":{"name":"lists"}}""");

        (await connector.ErrorAsync(RestFixture.Call("", "M", ("t", "abc")))).Message.Should().EndWith("Bearer of price lists");
    }

    private static Connectors.Rest.RestConnector Connector(TestServer server, params string[] templates) =>
        new(RestFixture.Settings($$"""{"baseAddress":"{{server.Address}}","auth":{"type":"apiKey","in":"query","name":"api_key","value":"{{Secret}}"},"templates":[{{string.Join(',', templates)}}]}"""));
}
