using System.Net;
using System.Net.Sockets;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class RestTransportTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task An_answer_comes_back_with_its_status_type_and_text()
    {
        await using var server = await TestServer.JsonAsync("""{"a":1}""", 201);
        using var transport = new RestTransport(new(server.Address));

        var answer = await transport.SendAsync(new("GET", "/x"), Token);

        answer.Status.Should().Be(201);
        answer.IsJson.Should().BeTrue();
        answer.Text.Should().Be("""{"a":1}""");
    }

    [TestMethod]
    public async Task Path_and_query_arrive_exactly_as_they_were_escaped()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(new Uri(server.Address, "/api/")));

        await transport.SendAsync(new("GET", "/stock/a%2Fb%20%D0%AF?q=1%2B1%26x&empty=&%D0%B8=%25"), Token);

        server.Seen.Should().ContainSingle().Which.Target.Should().Be("/api/stock/a%2Fb%20%D0%AF?q=1%2B1%26x&empty=&%D0%B8=%25");
    }

    [TestMethod]
    public async Task Headers_of_the_request_replace_the_default_ones()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { Headers = new Dictionary<string, string> { ["X-Key"] = "default", ["X-Site"] = "north" } });

        await transport.SendAsync(new("GET", "/") { Headers = new Dictionary<string, string> { ["x-key"] = "own" } }, Token);

        server.Seen[0].Headers["X-Key"].Should().Be("own");
        server.Seen[0].Headers["X-Site"].Should().Be("north");
    }

    [TestMethod]
    public async Task A_body_arrives_as_utf8_with_its_content_type()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        await transport.SendAsync(new("POST", "/") { Body = TransportBody.Text("""{"имя":"Ёж"}""") }, Token);

        server.Seen[0].Body.Should().Be("""{"имя":"Ёж"}""");
        server.Seen[0].Headers["Content-Type"].Should().StartWith("application/json");
    }

    [TestMethod]
    [DataRow(401, ConnectorErrorCode.AccessDenied, false, false)]
    [DataRow(403, ConnectorErrorCode.AccessDenied, false, false)]
    [DataRow(400, ConnectorErrorCode.Rejected, false, false)]
    [DataRow(404, ConnectorErrorCode.Rejected, false, false)]
    [DataRow(409, ConnectorErrorCode.Rejected, false, false)]
    [DataRow(422, ConnectorErrorCode.Rejected, false, false)]
    [DataRow(429, ConnectorErrorCode.Unavailable, true, false)]
    [DataRow(500, ConnectorErrorCode.Rejected, false, false)]
    [DataRow(502, ConnectorErrorCode.Unavailable, false, true)]
    [DataRow(503, ConnectorErrorCode.Unavailable, false, true)]
    [DataRow(504, ConnectorErrorCode.Unavailable, false, true)]
    public async Task A_status_of_refusal_of_a_change_is_sorted(int status, ConnectorErrorCode code, bool retryable, bool inDoubt)
    {
        await using var server = await TestServer.JsonAsync("""{"message":"Нет остатка"}""", status);
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text("{}") });

        error.Code.Should().Be(code);
        error.Retryable.Should().Be(retryable);
        error.InDoubt.Should().Be(inDoubt);
        error.Reason.Should().Be($"HTTP_{status}");
        error.Target.Should().Be(server.Authority);
        error.Detail.Should().Contain("Нет остатка");
        error.MessageRu.Should().NotBeNullOrEmpty();
    }

    [TestMethod]
    [DataRow(502)]
    [DataRow(503)]
    [DataRow(504)]
    public async Task A_read_is_never_in_doubt_and_may_be_repeated(int status)
    {
        await using var server = await TestServer.JsonAsync("{}", status);
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.InDoubt.Should().BeFalse();
        error.Retryable.Should().BeTrue();
    }

    [TestMethod]
    public async Task The_sentence_of_a_refusal_reaches_the_operator()
    {
        await using var server = await TestServer.JsonAsync("""{"error":{"code":7,"message":"Товар не найден"}}""", 404);
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.MessageRu.Should().Be($"{server.Authority} отказал: Товар не найден");
        error.Message.Should().Be($"{server.Authority} refused: Товар не найден");
    }

    [TestMethod]
    [DataRow("", "application/json")]
    [DataRow("<html>Runtime Error</html>", "text/html")]
    public async Task A_change_answered_with_500_and_no_readable_text_is_in_doubt(string body, string type)
    {
        await using var server = await TestServer.TextAsync(body, type, 500);
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("POST", "/"));

        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        error.InDoubt.Should().BeTrue();
    }

    [TestMethod]
    public async Task Too_many_requests_tells_when_to_come_back()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "17";
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("POST", "/"));

        error.RetryAfter.Should().Be(TimeSpan.FromSeconds(17));
    }

    [TestMethod]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await TestServer.JsonAsync("{}");
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Redirect(other.Address.ToString());
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.Code.Should().Be(ConnectorErrorCode.Rejected);
        error.Detail.Should().Contain(other.Authority);
        other.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_name_that_does_not_resolve_was_proven_not_sent()
    {
        using var transport = new RestTransport(new(new Uri("http://no-such-host.invalid")));

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text("{}") });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "NAME_NOT_RESOLVED", Retryable = true, InDoubt = false, Target = "no-such-host.invalid" });
    }

    [TestMethod]
    public async Task A_refused_connection_was_proven_not_sent()
    {
        using var transport = new RestTransport(new(new Uri($"http://127.0.0.1:{FreePort()}")));

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text("{}") });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "NOT_CONNECTED", Retryable = true, InDoubt = false });
    }

    [TestMethod]
    public async Task A_failed_tls_handshake_was_proven_not_sent()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(new Uri($"https://{server.Authority}")));

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text("{}") });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "TLS_FAILED", Retryable = true, InDoubt = false });
    }

    [TestMethod]
    [DataRow("POST", true)]
    [DataRow("DELETE", true)]
    [DataRow("GET", false)]
    public async Task A_missing_answer_leaves_a_change_in_doubt(string verb, bool inDoubt)
    {
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var transport = new RestTransport(new(server.Address) { Timeout = TimeSpan.FromMilliseconds(300) });

        var error = await ErrorAsync(transport, new(verb, "/"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Timeout, Reason = "NO_ANSWER", Retryable = !inDoubt, InDoubt = inDoubt });
    }

    [TestMethod]
    [DataRow("POST", true)]
    [DataRow("DELETE", true)]
    [DataRow("GET", false)]
    public async Task A_broken_connection_leaves_a_change_in_doubt_and_is_not_sent_twice(string verb, bool inDoubt)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new(verb, "/"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "CONNECTION_LOST", Retryable = !inDoubt, InDoubt = inDoubt });
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_callers_own_cancellation_leaves_as_a_cancellation()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var server = await TestServer.StartAsync(context => { caller.Cancel(); return Task.Delay(Timeout.Infinite, context.RequestAborted); });
        using var transport = new RestTransport(new(server.Address));

        var call = () => transport.SendAsync(new("POST", "/"), caller.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
    }

    [TestMethod]
    public async Task An_answer_over_the_limit_is_refused_and_not_cut()
    {
        await using var server = await TestServer.JsonAsync($"\"{new string('x', 5_000)}\"");
        using var transport = new RestTransport(new(server.Address) { MaxResponseBytes = 4_096 });

        var error = await ErrorAsync(transport, new("POST", "/"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.TooLarge, Reason = "ANSWER_TOO_LARGE", InDoubt = true });
        error.Message.Should().Contain("4096").And.Contain("maxResponseBytes");
    }

    [TestMethod]
    public async Task An_address_outside_the_settings_is_refused_at_the_connection()
    {
        await using var other = await TestServer.JsonAsync("{}");
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("GET", other.Address.ToString()));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Failed, Reason = "ADDRESS_REFUSED" });
        error.Message.Should().Contain(other.Authority).And.Contain(server.Authority).And.Contain("allowedHosts");
        other.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_allowed_host_beside_the_base_address_is_reached()
    {
        await using var other = await TestServer.JsonAsync("{}");
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { AllowedHosts = [other.Authority] });

        await transport.SendAsync(new("GET", other.Address.ToString()), Token);

        other.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_malformed_cookie_does_not_turn_a_success_into_a_failure()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "=;=; domain=;;";
            return context.Response.WriteAsync("{}");
        });
        using var transport = new RestTransport(new(server.Address));

        var answer = await transport.SendAsync(new("POST", "/"), Token);

        answer.Status.Should().Be(200);
    }

    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    public async Task Nothing_is_sent_after_disposal(string verb)
    {
        await using var server = await TestServer.JsonAsync("{}");
        var transport = new RestTransport(new(server.Address));
        transport.Dispose();

        var error = await ErrorAsync(transport, new(verb, "/"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "CONNECTOR_STOPPED", InDoubt = false, Retryable = true });
        server.Seen.Should().BeEmpty();
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, Token);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
