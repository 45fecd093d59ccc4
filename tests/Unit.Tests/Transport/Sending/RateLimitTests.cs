using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class RateLimitTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Requests_over_the_limit_wait_for_their_turn()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(4, TimeSpan.FromMilliseconds(400), 0) });
        var started = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)));

        server.Seen.Should().HaveCount(8);
        TimeProvider.System.GetElapsedTime(started).TotalMilliseconds.Should().BeGreaterThanOrEqualTo(380);
    }

    [TestMethod]
    public async Task Requests_within_the_limit_do_not_wait()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(5, TimeSpan.FromMinutes(10), 0) });

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)));

        server.Seen.Should().HaveCount(5);
    }

    [TestMethod]
    public async Task A_wait_longer_than_the_callers_deadline_is_busy_at_once()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(1, TimeSpan.FromMinutes(1), 0) });
        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, new("POST", "/") { Deadline = TimeSpan.FromSeconds(5) });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Busy, Reason = "RATE_LIMITED", Retryable = true, InDoubt = false, Target = server.Authority });
        error.RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        error.MessageRu.Should().Contain("предел запросов");
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task No_more_requests_run_at_once_than_the_settings_say()
    {
        var running = 0;
        var most = 0;
        await using var server = await TestServer.StartAsync(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(30);
            Interlocked.Decrement(ref running);
        });
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(0, TimeSpan.FromSeconds(1), 2) });

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)));

        most.Should().BeInRange(1, 2);
    }

    [TestMethod]
    public async Task A_caller_who_gets_no_place_in_time_is_told_busy_and_the_place_comes_back()
    {
        using var release = new SemaphoreSlim(0);
        await using var server = await TestServer.StartAsync(context => release.WaitAsync(context.RequestAborted));
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(0, TimeSpan.FromSeconds(1), 1) });
        var first = transport.SendAsync(new("GET", "/1"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, new("GET", "/2") { Deadline = TimeSpan.FromMilliseconds(200) });
        release.Release(2);
        await first;
        await transport.SendAsync(new("GET", "/3"), TestContext.CancellationToken);

        error.Code.Should().Be(ConnectorErrorCode.Busy);
        server.Seen.Select(seen => seen.Target).Should().Equal("/1", "/3");
    }

    [TestMethod]
    public async Task A_stream_holds_its_place_until_it_is_disposed()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(0, TimeSpan.FromSeconds(1), 1) });
        var stream = await transport.OpenAsync(new("GET", "/1"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, new("GET", "/2") { Deadline = TimeSpan.FromMilliseconds(100) });
        await stream.DisposeAsync();
        await transport.SendAsync(new("GET", "/3"), TestContext.CancellationToken);

        error.Code.Should().Be(ConnectorErrorCode.Busy);
        server.Seen.Select(seen => seen.Target).Should().Equal("/1", "/3");
    }

    [TestMethod]
    public async Task A_request_does_not_wait_so_long_that_it_would_leave_in_the_last_moment()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(1, TimeSpan.FromSeconds(9), 0), Timeout = TimeSpan.FromSeconds(10) });
        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, new("POST", "/"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Busy, Reason = "RATE_LIMITED", Retryable = true, InDoubt = false });
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_place_is_waited_for_only_while_time_is_left_for_an_answer()
    {
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var transport = new RestTransport(new(server.Address) { RateLimit = new(0, TimeSpan.FromSeconds(1), 1) });
        var first = transport.SendAsync(new("GET", "/1") { Timeout = TimeSpan.FromMilliseconds(950) }, TestContext.CancellationToken);

        var error = await ErrorAsync(transport, new("POST", "/2") { Timeout = TimeSpan.FromMilliseconds(1000) });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Busy, InDoubt = false });
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<ConnectorException>();
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Redirects_are_counted()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Path == "/there") return Task.CompletedTask;
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/there";
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Same, RateLimit = new(3, TimeSpan.FromMinutes(10), 0) });
        await transport.SendAsync(new("GET", "/here"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, new("GET", "/here"));

        error.Code.Should().Be(ConnectorErrorCode.Busy);
        server.Seen.Select(seen => seen.Target).Should().Equal("/here", "/there", "/here");
    }

    [TestMethod]
    public async Task Second_sends_and_token_requests_are_counted()
    {
        var clock = new TestKit.ManualTimeProvider();
        var refuses = false;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (context.Request.Path == "/token") return context.Response.WriteAsJsonAsync(new { access_token = "t" + Guid.NewGuid() });
            if (refuses) context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address)
        {
            RateLimit = new(5, TimeSpan.FromHours(10), 0),
            Auth = new AuthOptions(AuthKind.OAuth2) { Name = "id", Secret = "secret", TokenAddress = new Uri(server.Address, "/token") },
        }, null, clock);
        await transport.SendAsync(new("GET", "/1"), TestContext.CancellationToken);
        refuses = true;
        clock.Advance(TimeSpan.FromSeconds(11));
        await ErrorAsync(transport, new("GET", "/2"));

        var error = await ErrorAsync(transport, new("GET", "/3"));

        error.Code.Should().Be(ConnectorErrorCode.Busy);
        server.Seen.Select(seen => seen.Target).Should().Equal("/token", "/1", "/2", "/token", "/2");
    }

    [TestMethod]
    public async Task A_connector_that_is_disposed_while_a_stream_holds_its_place_hurts_nobody()
    {
        await using var server = await TestServer.JsonAsync("{}");
        var transport = new RestTransport(new(server.Address) { RateLimit = new(0, TimeSpan.FromSeconds(1), 1) });
        var stream = await transport.OpenAsync(new("GET", "/1"), TestContext.CancellationToken);

        transport.Dispose();
        await stream.DisposeAsync();
        var error = await ErrorAsync(transport, new("GET", "/2"));

        error.Reason.Should().Be("CONNECTOR_STOPPED");
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
