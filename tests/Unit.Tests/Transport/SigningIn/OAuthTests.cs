using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class OAuthTests
{
    private int given;
    private string refused = "none";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_token_is_fetched_once_and_used_for_all_calls()
    {
        await using var server = await StartAsync();
        using var transport = Transport(server);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken)));
        await transport.SendAsync(new("POST", "/data"), TestContext.CancellationToken);

        Tokens(server).Should().ContainSingle();
        Data(server).Should().HaveCount(21).And.OnlyContain(seen => seen.Headers["Authorization"] == "Bearer token-1");
    }

    [TestMethod]
    [DataRow(false, "grant_type=client_credentials&scope=read+write", "Basic aWQlMjA3OnMlMjVjcmV0")]
    [DataRow(true, "grant_type=client_credentials&scope=read+write&client_id=id+7&client_secret=s%25cret", null)]
    public async Task The_client_shows_itself_in_the_header_or_in_the_body(bool inBody, string body, string? header)
    {
        await using var server = await StartAsync();
        using var transport = Transport(server, auth => auth with { Name = "id 7", Secret = "s%cret", Scope = "read write", SecretInBody = inBody });

        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);

        var asked = Tokens(server).Should().ContainSingle().Subject;
        asked.Body.Should().Be(body);
        asked.Headers.GetValueOrDefault("Authorization").Should().Be(header);
    }

    [TestMethod]
    public async Task A_packed_token_is_unpacked()
    {
        await using var tokens = await TestServer.PackedAsync("gzip", """{"access_token":"packed","expires_in":600}"""u8.ToArray());
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = Away(server, tokens, TimeSpan.FromSeconds(10));

        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);

        server.Seen.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer packed");
        tokens.Seen.Should().ContainSingle().Which.Headers["Accept-Encoding"].Should().Be("gzip, deflate, br");
    }

    [TestMethod]
    public async Task A_token_is_fetched_anew_before_it_expires()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var server = await StartAsync(life: 600);
        using var transport = Transport(server, clock: clock);
        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(560));
        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);
        var before = Tokens(server).Count;
        clock.Advance(TimeSpan.FromSeconds(15));
        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);

        before.Should().Be(1);
        Tokens(server).Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow(MethodSafety.Safe, 2, 200)]
    [DataRow(MethodSafety.Keyed, 2, 200)]
    [DataRow(MethodSafety.Unsafe, 1, 401)]
    public async Task A_refused_token_is_replaced_and_only_what_may_be_repeated_is(MethodSafety safety, int sent, int status)
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var server = await StartAsync();
        using var transport = Transport(server, clock: clock);
        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);
        refused = "token-1";
        clock.Advance(TimeSpan.FromSeconds(11));

        var seen = await StatusAsync(transport, new("POST", "/data") { Safety = safety });
        var next = await StatusAsync(transport, new("GET", "/data"));

        seen.Should().Be(status);
        next.Should().Be(200);
        Data(server).Should().HaveCount(sent + 2);
        Tokens(server).Should().HaveCount(2);
    }

    [TestMethod]
    public async Task A_token_refused_again_is_told_and_not_asked_for_for_ever()
    {
        var clock = new TestKit.ManualTimeProvider();
        await using var server = await StartAsync();
        using var transport = Transport(server, clock: clock);
        await transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);
        refused = "token";
        clock.Advance(TimeSpan.FromSeconds(11));

        (await StatusAsync(transport, new("GET", "/data"))).Should().Be(401);

        Tokens(server).Should().HaveCount(2);
        Data(server).Should().HaveCount(3);
    }

    [TestMethod]
    public async Task A_token_refused_for_its_rights_costs_neither_second_sends_nor_new_tokens()
    {
        refused = "token";
        await using var server = await StartAsync();
        using var transport = Transport(server);

        for (var call = 0; call < 5; call++) (await StatusAsync(transport, new("GET", "/data"))).Should().Be(401);

        Tokens(server).Should().ContainSingle();
        Data(server).Should().HaveCount(5);
    }

    [TestMethod]
    public async Task A_request_that_brings_its_own_sign_in_is_not_sent_again_when_it_is_refused()
    {
        refused = "own";
        await using var server = await StartAsync();
        using var transport = Transport(server);

        (await StatusAsync(transport, new("GET", "/data") { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer own" } })).Should().Be(401);

        Tokens(server).Should().BeEmpty();
        Data(server).Should().ContainSingle();
    }

    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    public async Task A_hanging_token_server_is_told_as_itself(string verb)
    {
        await using var login = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = Away(server, login, TimeSpan.FromSeconds(2));

        var error = await ErrorAsync(transport, new(verb, "/data"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Timeout, Reason = "NO_ANSWER", Target = login.Authority, InDoubt = false, Retryable = true });
        error.Message.Should().Contain(login.Authority);
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    public async Task A_call_that_is_shorter_than_the_limit_of_tokens_names_the_token_server_too(string verb)
    {
        await using var login = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = Away(server, login, TimeSpan.FromSeconds(25));

        var error = await ErrorAsync(transport, new(verb, "/data") { Timeout = TimeSpan.FromMilliseconds(300) });

        error.Should().BeEquivalentTo(new { Target = login.Authority, InDoubt = false, Retryable = true });
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(400, """{"error":"invalid_client"}""", "TOKEN_REFUSED", ConnectorErrorCode.AccessDenied)]
    [DataRow(401, """{"error":"invalid_client"}""", "TOKEN_REFUSED", ConnectorErrorCode.AccessDenied)]
    [DataRow(400, """{"error":{"code":400,"message":"wrong client"}}""", "TOKEN_REFUSED", ConnectorErrorCode.AccessDenied)]
    [DataRow(401, """{"error":{"code":401}}""", "TOKEN_REFUSED", ConnectorErrorCode.AccessDenied)]
    [DataRow(401, """{"error":["x"]}""", "TOKEN_REFUSED", ConnectorErrorCode.AccessDenied)]
    [DataRow(429, "", "TOKEN_REFUSED", ConnectorErrorCode.Unavailable)]
    [DataRow(503, "", "TOKEN_REFUSED", ConnectorErrorCode.Unavailable)]
    [DataRow(302, "", "TOKEN_UNREADABLE", ConnectorErrorCode.AccessDenied)]
    [DataRow(404, "<html/>", "TOKEN_UNREADABLE", ConnectorErrorCode.AccessDenied)]
    [DataRow(405, "", "TOKEN_UNREADABLE", ConnectorErrorCode.AccessDenied)]
    [DataRow(200, """{"token":"x"}""", "TOKEN_UNREADABLE", ConnectorErrorCode.AccessDenied)]
    [DataRow(200, "<html/>", "TOKEN_UNREADABLE", ConnectorErrorCode.AccessDenied)]
    [DataRow(200, """{"access_token":"a\nb"}""", "TOKEN_UNREADABLE", ConnectorErrorCode.AccessDenied)]
    public async Task Without_a_token_a_change_is_not_sent(int status, string body, string reason, ConnectorErrorCode code)
    {
        await using var server = await TestServer.TextAsync(body, "application/json", status);
        using var transport = Transport(server);

        var call = () => transport.SendAsync(new("POST", "/data"), TestContext.CancellationToken);

        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Should().BeEquivalentTo(new { Code = code, Reason = reason, InDoubt = false, Target = server.Authority, Retryable = code == ConnectorErrorCode.Unavailable });
        error.MessageRu.Should().NotBeNullOrEmpty();
        Data(server).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_token_address_that_is_not_allowed_is_not_reached()
    {
        await using var elsewhere = await TestServer.JsonAsync("""{"access_token":"stolen"}""");
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { Auth = new AuthOptions(AuthKind.OAuth2) { Name = "id", Secret = "secret", TokenAddress = elsewhere.Address } });

        var call = () => transport.SendAsync(new("GET", "/data"), TestContext.CancellationToken);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("ADDRESS_REFUSED");
        elsewhere.Seen.Should().BeEmpty();
        server.Seen.Should().BeEmpty();
    }

    private static RestTransport Transport(TestServer server, Func<AuthOptions, AuthOptions>? with = null, TimeProvider? clock = null)
    {
        var auth = new AuthOptions(AuthKind.OAuth2) { Name = "id", Secret = "secret", TokenAddress = new Uri(server.Address, "/token") };
        return new(new(server.Address) { Auth = with?.Invoke(auth) ?? auth }, null, clock);
    }

    private static RestTransport Away(TestServer server, TestServer login, TimeSpan timeout) => new(new(server.Address)
    {
        Timeout = timeout,
        AllowedHosts = [login.Authority],
        Auth = new AuthOptions(AuthKind.OAuth2) { Name = "id", Secret = "secret", TokenAddress = new Uri(login.Address, "/token") },
    });

    private static List<SeenRequest> Tokens(TestServer server) => [.. server.Seen.Where(seen => seen.Target == "/token")];

    private static List<SeenRequest> Data(TestServer server) => [.. server.Seen.Where(seen => seen.Target == "/data")];

    private Task<TestServer> StartAsync(int life = 3600) => TestServer.StartAsync(context =>
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Path == "/token") return context.Response.WriteAsync($$"""{"access_token":"token-{{Interlocked.Increment(ref given)}}","expires_in":{{life}}}""");
        if (context.Request.Headers.Authorization.ToString().Contains(refused, StringComparison.Ordinal)) context.Response.StatusCode = 401;
        return context.Response.WriteAsync("{}");
    });

    private async Task<int> StatusAsync(RestTransport transport, TransportRequest request)
    {
        try
        {
            return (await transport.SendAsync(request, TestContext.CancellationToken)).Status;
        }
        catch (ConnectorException failure)
        {
            failure.Error.Code.Should().Be(ConnectorErrorCode.AccessDenied);
            return int.Parse(failure.Error.Reason!["HTTP_".Length..], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
