using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

/// <summary>A change that was made, or may have been made, stays told whatever fails after it.</summary>
[TestClass]
public sealed class ChangeDoubtTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(400, ConnectorErrorCode.Rejected)]
    [DataRow(401, ConnectorErrorCode.AccessDenied)]
    [DataRow(404, ConnectorErrorCode.Rejected)]
    [DataRow(408, ConnectorErrorCode.Unavailable)]
    [DataRow(429, ConnectorErrorCode.Unavailable)]
    [DataRow(500, ConnectorErrorCode.Rejected)]
    [DataRow(503, ConnectorErrorCode.Unavailable)]
    public async Task A_change_answered_with_303_is_in_doubt_when_its_result_is_refused(int status, ConnectorErrorCode code)
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Method == "POST" ? To(context, 303, "/result") : Refuse(context, status));
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Code = code, Reason = $"HTTP_{status}", InDoubt = true, Retryable = false });
        error.Message.Should().Contain("carried the request out");
        error.MessageRu.Should().Contain("выполнил запрос");
        server.Seen.Select(seen => seen.Verb).Should().Equal("POST", "GET");
    }

    [TestMethod]
    [DataRow("http://127.0.0.1:{0}/result", "NOT_CONNECTED")]
    [DataRow("http://no-such-host.invalid/result", "NAME_NOT_RESOLVED")]
    public async Task A_change_answered_with_303_is_in_doubt_when_its_result_cannot_be_reached(string location, string reason)
    {
        using var closed = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        closed.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)closed.LocalEndPoint!).Port;
        await using var server = await TestServer.StartAsync(context => To(context, 303, string.Format(System.Globalization.CultureInfo.InvariantCulture, location, port)));
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Allowed, AllowedHosts = ["127.0.0.1", "no-such-host.invalid"] });

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = reason, InDoubt = true, Retryable = false });
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(307)]
    [DataRow(308)]
    public async Task The_read_of_a_result_follows_redirects_like_any_read(int status)
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Path.Value switch
        {
            "/" => To(context, 303, "/result"),
            "/result" => To(context, status, "/moved"),
            _ => context.Response.WriteAsync("{}"),
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        await transport.SendAsync(new("POST", "/") { Body = TransportBody.Text("{}") }, TestContext.CancellationToken);

        server.Seen.Select(seen => $"{seen.Verb} {seen.Target}").Should().Equal("POST /", "GET /result", "GET /moved");
    }

    [TestMethod]
    public async Task The_result_of_a_change_that_leads_in_a_ring_leaves_it_in_doubt()
    {
        await using var server = await TestServer.StartAsync(context => To(context, context.Request.Method == "POST" ? 303 : 307, "/result"));
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Reason = "REDIRECT_RING", InDoubt = true, Retryable = false });
    }

    [TestMethod]
    public async Task A_streamed_result_that_breaks_leaves_its_change_in_doubt()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            if (context.Request.Method == "POST")
            {
                await To(context, 303, "/result");
                return;
            }

            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same });

        var reading = async () =>
        {
            await using var answer = await transport.OpenAsync(new("POST", "/"), TestContext.CancellationToken);
            await answer.Body.CopyToAsync(Stream.Null, TestContext.CancellationToken);
        };

        (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().BeEquivalentTo(new { Reason = "CONNECTION_LOST", InDoubt = true, Retryable = false });
    }

    [TestMethod]
    [DataRow(429, "HTTP_429")]
    [DataRow(401, "HTTP_401")]
    [DataRow(404, "HTTP_404")]
    public async Task Doubt_of_a_first_attempt_forbids_to_send_again_after_a_repeat_that_had_no_effect(int status, string reason)
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) > 1) return Refuse(context, status, retryAfter: "60");
            context.Abort();
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Retry = new(2, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1)) });

        var error = await ErrorAsync(transport, MethodSafety.Keyed);

        error.Should().BeEquivalentTo(new { Reason = reason, InDoubt = true, Retryable = false });
        error.Message.Should().Contain("may have been carried out");
        error.MessageRu.Should().Contain("могла быть выполнена");
        server.Seen.Should().HaveCount(2);
    }

    private static Task To(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext context, int status, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync("{}");
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, MethodSafety safety = MethodSafety.Unsafe)
    {
        var call = () => transport.SendAsync(new("POST", "/") { Body = TransportBody.Text("{}"), Safety = safety }, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
