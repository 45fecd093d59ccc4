using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class TransportStreamTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task The_body_is_handed_over_while_it_comes()
    {
        using var more = new SemaphoreSlim(0);
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await more.WaitAsync();
            await context.Response.WriteAsync("second");
        });
        using var transport = new RestTransport(new(server.Address));

        await using var answer = await transport.OpenAsync(new("GET", "/"), TestContext.CancellationToken);
        var buffer = new byte[5];
        await answer.Body.ReadExactlyAsync(buffer, TestContext.CancellationToken);
        more.Release();
        using var reader = new StreamReader(answer.Body);

        Encoding.UTF8.GetString(buffer).Should().Be("first");
        (await reader.ReadToEndAsync(TestContext.CancellationToken)).Should().Be("second");
        answer.ContentType.Should().Be("text/plain");
    }

    [TestMethod]
    public async Task The_limit_of_the_call_ends_with_the_headers_and_a_silence_is_limited_instead()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            for (var at = 0; at < 8; at++)
            {
                await context.Response.WriteAsync("x");
                await context.Response.Body.FlushAsync();
                await Task.Delay(300);
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var transport = new RestTransport(new(server.Address) { Timeout = TimeSpan.FromSeconds(2), IdleTimeout = TimeSpan.FromSeconds(2) });
        await using var answer = await transport.OpenAsync(new("GET", "/"), TestContext.CancellationToken);
        var taken = 0;

        var reading = async () =>
        {
            while (await answer.Body.ReadAsync(new byte[1], TestContext.CancellationToken) == 1) taken++;
        };

        (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Timeout, Reason = "NO_ANSWER" });
        taken.Should().Be(8);
    }

    [TestMethod]
    public async Task A_stream_has_its_limit_of_bytes()
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            var block = new byte[10_000];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block, context.RequestAborted);
        });
        using var transport = new RestTransport(new(server.Address) { MaxStreamBytes = 100_000 });
        await using var answer = await transport.OpenAsync(new("GET", "/"), TestContext.CancellationToken);

        var reading = () => answer.Body.CopyToAsync(Stream.Null, TestContext.CancellationToken);

        (await reading.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
    }

    [TestMethod]
    public async Task A_connection_that_breaks_within_the_body_is_told()
    {
        using var opened = new SemaphoreSlim(0);
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            await opened.WaitAsync();
            context.Abort();
        });
        using var transport = new RestTransport(new(server.Address));
        await using var answer = await transport.OpenAsync(new("GET", "/"), TestContext.CancellationToken);
        opened.Release();

        var reading = () => new StreamReader(answer.Body).ReadToEnd();

        reading.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("CONNECTION_LOST");
    }

    [TestMethod]
    public async Task A_refusal_is_an_error_before_any_body()
    {
        await using var server = await TestServer.JsonAsync("""{"message":"Нет"}""", 404);
        using var transport = new RestTransport(new(server.Address));

        var opening = () => transport.OpenAsync(new("GET", "/"), TestContext.CancellationToken);

        (await opening.Should().ThrowAsync<ConnectorException>()).Which.Error.MessageRu.Should().Contain("Нет");
    }

    [TestMethod]
    public async Task A_refusal_the_request_accepts_is_read_as_a_stream()
    {
        await using var server = await TestServer.TextAsync("<fault/>", "text/xml", 500);
        using var transport = new RestTransport(new(server.Address));

        await using var answer = await transport.OpenAsync(new("POST", "/") { Accepts = seen => seen.Status == 500 && seen.ContentType == "text/xml" }, TestContext.CancellationToken);

        using var reader = new StreamReader(answer.Body);
        (await reader.ReadToEndAsync(TestContext.CancellationToken)).Should().Be("<fault/>");
        answer.Status.Should().Be(500);
    }

    [TestMethod]
    public async Task A_caller_who_leaves_ends_the_reading()
    {
        using var leaving = new CancellationTokenSource();
        await using var server = await TestServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("x");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var transport = new RestTransport(new(server.Address));
        await using var answer = await transport.OpenAsync(new("GET", "/"), leaving.Token);
        leaving.CancelAfter(200);

        var reading = () => answer.Body.CopyToAsync(Stream.Null);

        await reading.Should().ThrowAsync<OperationCanceledException>();
    }
}
