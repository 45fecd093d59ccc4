using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class RedirectTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("GET", 301, "GET", "")]
    [DataRow("GET", 302, "GET", "")]
    [DataRow("GET", 303, "GET", "")]
    [DataRow("GET", 307, "GET", "")]
    [DataRow("GET", 308, "GET", "")]
    [DataRow("HEAD", 303, "HEAD", "")]
    [DataRow("POST", 301, "POST", "{}")]
    [DataRow("POST", 302, "POST", "{}")]
    [DataRow("POST", 303, "GET", "")]
    [DataRow("POST", 307, "POST", "{}")]
    [DataRow("POST", 308, "POST", "{}")]
    [DataRow("PUT", 307, "PUT", "{}")]
    public async Task A_safe_or_keyed_request_follows_with_the_method_and_body_of_its_status(string verb, int status, string followed, string body)
    {
        await using var server = await ToAsync(status, "/there?a=1");
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var answer = await transport.SendAsync(new(verb, "/here") { Safety = MethodSafety.Keyed, RequestId = "k", Body = verb is "GET" or "HEAD" ? null : TransportBody.Text("{}") }, TestContext.CancellationToken);

        answer.Address.PathAndQuery.Should().Be("/there?a=1");
        server.Seen.Should().HaveCount(2);
        server.Seen[1].Should().BeEquivalentTo(new { Verb = followed, Target = "/there?a=1", Body = body });
        server.Seen[1].Headers["X-Request-Id"].Should().Be("k");
    }

    [TestMethod]
    [DataRow(301, true)]
    [DataRow(302, true)]
    [DataRow(307, false)]
    [DataRow(308, false)]
    public async Task An_unsafe_request_is_never_sent_a_second_time(int status, bool inDoubt)
    {
        await using var server = await ToAsync(status, "/there");
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Allowed });

        var error = await ErrorAsync(transport, new("POST", "/here") { Body = TransportBody.Text("{}") });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Rejected, Reason = "REDIRECT_OF_CHANGE", InDoubt = inDoubt, Retryable = false });
        error.MessageRu.Should().Contain("нельзя отправлять дважды");
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task After_an_unsafe_request_303_leads_to_a_read_of_its_result()
    {
        await using var server = await ToAsync(303, "/result");
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        await transport.SendAsync(new("POST", "/here") { Body = TransportBody.Text("{}") }, TestContext.CancellationToken);

        server.Seen.Select(seen => seen.Verb).Should().Equal("POST", "GET");
    }

    [TestMethod]
    public async Task A_failed_read_after_a_change_leaves_the_change_in_doubt()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Method == "GET") context.Abort();
            context.Response.StatusCode = 303;
            context.Response.Headers.Location = "/result";
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var error = await ErrorAsync(transport, new("POST", "/here"));

        error.InDoubt.Should().BeTrue();
    }

    [TestMethod]
    public async Task A_ring_is_told()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = context.Request.Path == "/a" ? "/b" : "/a";
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var error = await ErrorAsync(transport, new("GET", "/a"));

        error.Reason.Should().Be("REDIRECT_RING");
        server.Seen.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Too_many_are_told()
    {
        var at = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = $"/{++at}";
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same, MaxRedirects = 3 });

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.Reason.Should().Be("REDIRECTS_TOO_MANY");
        error.Message.Should().Contain("more than 3 times");
        server.Seen.Should().HaveCount(4);
    }

    [TestMethod]
    [DataRow(RedirectPolicy.Same, false)]
    [DataRow(RedirectPolicy.Allowed, true)]
    public async Task Another_allowed_host_is_followed_only_where_the_policy_says_so_and_without_credentials(RedirectPolicy policy, bool follows)
    {
        await using var other = await TestServer.JsonAsync("{}");
        await using var server = await ToAsync(307, new Uri(other.Address, "/x").ToString());
        using var transport = new RestTransport(new(server.Address)
        {
            Redirects = policy,
            AllowedHosts = [other.Authority],
            Auth = new AuthOptions(AuthKind.Basic) { Name = "user", Secret = "pass-word" },
            Headers = new Dictionary<string, string> { ["X-Api-Key"] = "secret-key", ["X-Site"] = "north" },
        });
        var request = new TransportRequest("GET", "/") { Headers = new Dictionary<string, string> { ["Cookie"] = "ibsession=1", ["Accept-Language"] = "ru" } };

        var failed = await Record(() => transport.SendAsync(request, TestContext.CancellationToken));

        (failed is null).Should().Be(follows);
        server.Seen[0].Headers.Should().ContainKeys("Authorization", "X-Api-Key", "X-Site", "Cookie", "Accept-Language");
        other.Seen.Select(seen => string.Join(' ', new[] { "X-Site", "Accept-Language", "Authorization", "X-Api-Key", "Cookie" }.Where(seen.Headers.ContainsKey)))
            .Should().Equal(follows ? ["X-Site Accept-Language"] : Array.Empty<string>());
    }

    [TestMethod]
    public async Task A_redirect_without_an_address_is_an_answer_of_refusal()
    {
        await using var server = await TestServer.JsonAsync("{}", 302);
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Rejected, Reason = "HTTP_302" });
    }

    private static Task<TestServer> ToAsync(int status, string location) => TestServer.StartAsync(context =>
    {
        if (context.Request.Path != "/here" && context.Request.Path != "/") return context.Request.Method == "HEAD" ? Task.CompletedTask : context.Response.WriteAsync("{}");
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    private static async Task<Exception?> Record(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure;
        }
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
