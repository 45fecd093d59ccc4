using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class RepeatTests
{
    private static readonly RetryOptions Twice = new(2, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(MethodSafety.Safe, 408, 3)]
    [DataRow(MethodSafety.Safe, 429, 3)]
    [DataRow(MethodSafety.Safe, 502, 3)]
    [DataRow(MethodSafety.Safe, 503, 3)]
    [DataRow(MethodSafety.Safe, 504, 3)]
    [DataRow(MethodSafety.Safe, 500, 1)]
    [DataRow(MethodSafety.Safe, 400, 1)]
    [DataRow(MethodSafety.Safe, 401, 1)]
    [DataRow(MethodSafety.Safe, 404, 1)]
    [DataRow(MethodSafety.Keyed, 502, 3)]
    [DataRow(MethodSafety.Keyed, 503, 3)]
    [DataRow(MethodSafety.Keyed, 429, 3)]
    [DataRow(MethodSafety.Keyed, 409, 1)]
    [DataRow(MethodSafety.Unsafe, 408, 1)]
    [DataRow(MethodSafety.Unsafe, 429, 1)]
    [DataRow(MethodSafety.Unsafe, 502, 1)]
    [DataRow(MethodSafety.Unsafe, 503, 1)]
    [DataRow(MethodSafety.Unsafe, 504, 1)]
    public async Task A_status_is_repeated_as_its_safety_allows(MethodSafety safety, int status, int sent)
    {
        await using var server = await TestServer.JsonAsync("{}", status);
        using var transport = new RestTransport(new(server.Address) { Retry = Twice });

        await ErrorAsync(transport, new("POST", "/") { Safety = safety });

        server.Seen.Should().HaveCount(sent);
    }

    [TestMethod]
    [DataRow("GET", MethodSafety.Safe, 3)]
    [DataRow("POST", MethodSafety.Keyed, 3)]
    [DataRow("POST", MethodSafety.Unsafe, 1)]
    [DataRow("DELETE", MethodSafety.Unsafe, 1)]
    public async Task A_broken_connection_is_repeated_as_its_safety_allows(string verb, MethodSafety safety, int sent)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Retry = Twice });

        var error = await ErrorAsync(transport, new(verb, "/") { Safety = safety });

        error.Reason.Should().Be("CONNECTION_LOST");
        server.Seen.Should().HaveCount(sent);
    }

    [TestMethod]
    public async Task A_repeat_that_succeeds_is_the_answer()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++asked < 3 ? 503 : 200;
            return context.Response.WriteAsync("{}");
        });
        using var transport = new RestTransport(new(server.Address) { Retry = Twice });

        var answer = await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        answer.Status.Should().Be(200);
        server.Seen.Should().HaveCount(3);
    }

    [TestMethod]
    public async Task All_attempts_of_a_keyed_call_carry_one_id_even_when_the_caller_gave_none()
    {
        await using var server = await TestServer.JsonAsync("{}", 503);
        using var transport = new RestTransport(new(server.Address) { Retry = Twice });

        await ErrorAsync(transport, new("POST", "/") { Safety = MethodSafety.Keyed, Body = TransportBody.Text("{}") });

        var ids = server.Seen.Select(seen => seen.Headers["X-Request-Id"]).ToList();
        ids.Should().HaveCount(3).And.OnlyContain(id => id == ids[0] && id.Length > 8);
        server.Seen.Select(seen => seen.Body).Should().AllBe("{}");
    }

    [TestMethod]
    public async Task What_the_first_attempt_may_have_done_stays_in_doubt_when_the_second_is_refused()
    {
        var asked = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (asked++ == 0) context.Abort();
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Retry = Twice });

        var error = await ErrorAsync(transport, new("POST", "/") { Safety = MethodSafety.Keyed });

        error.Should().BeEquivalentTo(new { Reason = "HTTP_429", InDoubt = true });
        server.Seen.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task The_id_of_a_keyed_call_goes_into_the_header_it_names()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        await transport.SendAsync(new("POST", "/") { Safety = MethodSafety.Keyed, RequestId = "r-7", KeyHeader = "X-Operation-Id" }, TestContext.CancellationToken);

        server.Seen[0].Headers["X-Operation-Id"].Should().Be("r-7");
    }

    [TestMethod]
    [DataRow("1", 2, 900, DisplayName = "seconds within the limit are waited for")]
    [DataRow("date", 2, 1, DisplayName = "a date within the limit is waited for")]
    [DataRow("60", 1, 0, DisplayName = "seconds over the limit end the call")]
    [DataRow("Fri, 31 Dec 2100 23:59:59 GMT", 1, 0, DisplayName = "a date over the limit ends the call")]
    public async Task The_wish_to_come_back_later_is_heeded_up_to_the_limit(string after, int sent, int least)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = after == "date" ? DateTimeOffset.UtcNow.AddSeconds(2).ToString("r", CultureInfo.InvariantCulture) : after;
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address) { Retry = Twice with { Count = 1 } });
        var started = TimeProvider.System.GetTimestamp();

        var error = await ErrorAsync(transport, new("GET", "/"));

        error.RetryAfter.Should().NotBeNull();
        server.Seen.Should().HaveCount(sent);
        TimeProvider.System.GetElapsedTime(started).TotalMilliseconds.Should().BeGreaterThanOrEqualTo(least);
    }

    [TestMethod]
    [DataRow("17", 17)]
    [DataRow("99999999999999", 366 * 24 * 3600)]
    [DataRow("1.5", null)]
    [DataRow("12.5", null)]
    [DataRow("-5", null)]
    [DataRow("2030", 2030)]
    [DataRow("12/2030", null)]
    [DataRow("tomorrow", null)]
    [DataRow("Sun, 06 Nov 1994 08:49:37 GMT", 0)]
    [DataRow("Sunday, 06-Nov-94 08:49:37 GMT", 0)]
    [DataRow("Sun Nov  6 08:49:37 1994", 0)]
    public async Task The_wish_to_come_back_later_is_read_as_http_writes_it_and_not_guessed(string after, int? seconds)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = after;
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("POST", "/"));

        error.RetryAfter.Should().Be(seconds is { } given ? TimeSpan.FromSeconds(given) : null);
    }

    [TestMethod]
    public async Task No_repeat_begins_after_the_callers_deadline()
    {
        await using var server = await TestServer.JsonAsync("{}", 503);
        using var transport = new RestTransport(new(server.Address) { Retry = new(5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)) });

        await ErrorAsync(transport, new("GET", "/") { Deadline = TimeSpan.FromMilliseconds(500) });

        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task What_is_left_of_the_deadline_goes_along_and_shrinks()
    {
        await using var server = await TestServer.JsonAsync("{}", 503);
        using var transport = new RestTransport(new(server.Address) { Retry = new(1, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)) });

        await ErrorAsync(transport, new("GET", "/") { Deadline = TimeSpan.FromSeconds(9) });

        var rests = server.Seen.Select(seen => int.Parse(seen.Headers["X-Deadline-Ms"], CultureInfo.InvariantCulture)).ToList();
        rests[0].Should().BeInRange(8000, 9000);
        rests[1].Should().BeLessThanOrEqualTo(rests[0] - 100);
    }

    [TestMethod]
    public async Task The_limit_holds_for_all_attempts_together()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            await Task.Delay(200);
            context.Abort();
        });
        using var transport = new RestTransport(new(server.Address) { Timeout = TimeSpan.FromMilliseconds(900), Retry = new(10, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200)) });
        var started = TimeProvider.System.GetTimestamp();

        await ErrorAsync(transport, new("GET", "/"));

        server.Seen.Count.Should().BeInRange(2, 5);
        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [TestMethod]
    public async Task A_caller_who_leaves_during_a_pause_ends_the_call()
    {
        using var leaving = new CancellationTokenSource();
        await using var server = await TestServer.JsonAsync("{}", 503);
        using var transport = new RestTransport(new(server.Address) { Retry = new(1, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20)) });

        var call = transport.SendAsync(new("GET", "/"), leaving.Token);
        leaving.CancelAfter(200);

        await ((Func<Task>)(() => call)).Should().ThrowAsync<OperationCanceledException>();
        server.Seen.Should().ContainSingle();
    }

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
