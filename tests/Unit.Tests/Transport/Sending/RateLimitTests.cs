using Cleverence.Connectivity;
using Connectors.Transport;

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

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
