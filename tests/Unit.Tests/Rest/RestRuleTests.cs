using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

/// <summary>What the rules of a template may say of an answer, and what they may not hide.</summary>
[TestClass]
public sealed class RestRuleTests
{
    private const string Closed = """ "errors":[{"status":"4xx,5xx","code":"Rejected","reason":"CLOSED","message":"Closed.","messageRu":"Закрыто.","retryable":true}] """;

    [TestMethod]
    [DataRow(408, "{}")]
    [DataRow(502, "{}")]
    [DataRow(503, "{}")]
    [DataRow(504, "{}")]
    [DataRow(500, "")]
    [DataRow(500, "<html></html>")]
    public async Task A_change_that_is_in_doubt_by_its_answer_stays_so_whatever_a_rule_says(int status, string body)
    {
        await using var server = await TestServer.JsonAsync(body, status);
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"POST","path":"/",{{Closed}}}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Rejected, Reason = "CLOSED", InDoubt = true, Retryable = false });
        error.Message.Should().Be("The request may have been carried out; look there before you send it again. Closed.");
        error.MessageRu.Should().Be("Запрос мог быть выполнен; проверьте, прежде чем повторять. Закрыто.");
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(400, "{}")]
    [DataRow(409, "{}")]
    [DataRow(429, "{}")]
    [DataRow(500, """{"message":"no"}""")]
    public async Task A_refusal_that_is_certain_is_told_in_the_words_of_the_rule(int status, string body)
    {
        await using var server = await TestServer.JsonAsync(body, status);
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"POST","path":"/",{{Closed}}}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Message = "Closed.", MessageRu = "Закрыто.", Reason = "CLOSED", InDoubt = false, Retryable = true });
        error.Detail.Should().StartWith($"HTTP {status}");
    }

    [TestMethod]
    public async Task A_rule_that_says_doubt_itself_has_the_last_word_on_the_sentence()
    {
        await using var server = await TestServer.JsonAsync("{}", 504);
        using var connector = RestFixture.Connector(server, """{"method":"M","verb":"POST","path":"/","errors":[{"status":"504","message":"Perhaps done.","inDoubt":true,"retryable":true}]}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Message = "Perhaps done.", InDoubt = true, Retryable = false });
    }

    [TestMethod]
    [DataRow("Safe", 503)]
    [DataRow("Safe", 429)]
    [DataRow("Keyed", 503)]
    public async Task A_rule_does_not_keep_a_call_from_being_repeated(string safety, int status)
    {
        await using var server = await AfterAsync(2, status);
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"POST","path":"/","safety":"{{safety}}","result":"$.n",{{Closed}}}""");

        (await connector.ValueAsync(RestFixture.Call("", "M"))).Should().Be(7L);

        server.Seen.Should().HaveCount(3);
    }

    [TestMethod]
    public async Task A_status_that_means_none_does_not_keep_a_call_from_being_repeated()
    {
        await using var server = await AfterAsync(1, 503);
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/","result":"$.n","emptyOn":["503"]}""");

        (await connector.ValueAsync(RestFixture.Call("", "M"))).Should().Be(7L);
    }

    [TestMethod]
    [DataRow("GET", false)]
    [DataRow("POST", true)]
    public async Task A_status_that_means_none_of_a_change_in_doubt_is_an_error(string verb, bool inDoubt)
    {
        await using var server = await TestServer.JsonAsync("{}", 504);
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"{{verb}}","path":"/","emptyOn":["504"]}""");

        if (!inDoubt) (await connector.ValueAsync(RestFixture.Call("", "M"))).Should().BeNull();
        else (await connector.ErrorAsync(RestFixture.Call("", "M"))).Should().BeEquivalentTo(new { Reason = "HTTP_504", InDoubt = true });
    }

    [TestMethod]
    public async Task A_connection_lost_after_an_answer_is_not_told_as_that_answer()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) > 1) context.Abort();
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","path":"/",{{Closed}}}""");

        (await connector.ErrorAsync(RestFixture.Call("", "M"))).Reason.Should().Be("CONNECTION_LOST");
    }

    [TestMethod]
    public async Task A_keyed_call_refused_after_an_attempt_in_doubt_stays_in_doubt()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) == 1) context.Abort();
            context.Response.StatusCode = 409;
            return Task.CompletedTask;
        });
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"POST","path":"/","safety":"Keyed",{{Closed}}}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Reason = "CLOSED", InDoubt = true, Retryable = false });
    }

    [TestMethod]
    [DataRow(429)]
    [DataRow(200)]
    public async Task The_pause_asked_for_by_a_date_is_told(int status)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            context.Response.Headers.RetryAfter = TimeProvider.System.GetUtcNow().AddMinutes(5).ToString("r");
            return context.Response.WriteAsync("{\"code\":1}");
        });
        using var connector = RestFixture.Connector(server, """{"method":"M","path":"/","errors":[{"path":"$.code","code":"Busy","message":"Later."}]}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Code.Should().Be(ConnectorErrorCode.Busy);
        error.RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(60));
    }

    [TestMethod]
    [DataRow("""{"n":1234567890123456789012345678901234567890}""", "$.n")]
    [DataRow("""[{"k":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}]""", "$[?(@.k =~ /^(a+)+$/)]")]
    public async Task A_change_whose_answer_cannot_be_read_is_in_doubt(string body, string path)
    {
        await using var server = await TestServer.JsonAsync(body);
        using var connector = RestFixture.Connector(server, $$"""{"method":"M","verb":"POST","path":"/","result":"{{path}}"}""");

        (await connector.ErrorAsync(RestFixture.Call("", "M"))).Should().BeEquivalentTo(new { Code = ConnectorErrorCode.InvalidResult, InDoubt = true, Retryable = false });
    }

    [TestMethod]
    [DataRow(200, "PATH_TOO_SLOW", true)]
    [DataRow(409, "HTTP_409", false)]
    public async Task A_rule_whose_expression_never_ends_is_given_up(int status, string reason, bool inDoubt)
    {
        await using var server = await TestServer.JsonAsync("""[{"k":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}]""", status);
        using var connector = RestFixture.Connector(server, """{"method":"M","verb":"POST","path":"/","errors":[{"path":"$[?(@.k =~ /^(a+)+$/)]","message":"Bad."}]}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        error.Should().BeEquivalentTo(new { Reason = reason, InDoubt = inDoubt });
    }

    // So many failures, then an answer.
    private static Task<TestServer> AfterAsync(int failures, int status)
    {
        var asked = 0;
        return TestServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            if (Interlocked.Increment(ref asked) <= failures) context.Response.StatusCode = status;
            return context.Response.WriteAsync("{\"n\":7}");
        });
    }
}
