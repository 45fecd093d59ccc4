using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class PackedAnswerTests
{
    private const string Text = "Ёж и молоко 3,2 %";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("x-gzip")]
    [DataRow("GZIP")]
    [DataRow("deflate")]
    [DataRow(TestServer.BareDeflate)]
    [DataRow("br")]
    public async Task A_packed_answer_is_unpacked(string coding)
    {
        await using var server = await TestServer.PackedAsync(coding, Encoding.UTF8.GetBytes(Text));
        using var transport = new RestTransport(new(server.Address));

        var answer = await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        answer.Text.Should().Be(Text);
        answer.FullContentType.Should().Be("text/plain; charset=utf-8");
        answer.Header("Content-Encoding").Should().BeNull();
    }

    [TestMethod]
    [DataRow("UTF-8, gzip", "UTF-8")]
    [DataRow("identity, br", "identity")]
    public async Task Only_the_last_of_several_codings_is_undone(string codings, string left)
    {
        await using var server = await TestServer.PackedAsync(codings, Encoding.UTF8.GetBytes(Text));
        using var transport = new RestTransport(new(server.Address));

        var answer = await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        answer.Text.Should().Be(Text);
        answer.Header("Content-Encoding").Should().Be(left);
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("deflate")]
    [DataRow("br")]
    public async Task A_packed_answer_is_handed_over_at_its_headers_and_unpacked_while_it_comes(string coding)
    {
        using var more = new SemaphoreSlim(0);
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            await context.Response.Body.FlushAsync();
            await using var packing = TestServer.Packing(coding, context.Response.Body);
            foreach (var part in new[] { "first", "second" })
            {
                await more.WaitAsync();
                await packing.WriteAsync(Encoding.UTF8.GetBytes(part));
                await packing.FlushAsync();
                await context.Response.Body.FlushAsync();
            }
        });
        using var transport = new RestTransport(new(server.Address));

        await using var answer = await transport.OpenAsync(new("GET", "/"), TestContext.CancellationToken);
        more.Release();
        var buffer = new byte[5];
        await answer.Body.ReadExactlyAsync(buffer, TestContext.CancellationToken);
        more.Release();
        using var reader = new StreamReader(answer.Body);

        Encoding.UTF8.GetString(buffer).Should().Be("first");
        (await reader.ReadToEndAsync(TestContext.CancellationToken)).Should().Be("second");
    }

    [TestMethod]
    public async Task A_packed_refusal_is_told_in_its_own_words()
    {
        await using var server = await TestServer.PackedAsync("gzip", Encoding.UTF8.GetBytes("no such item"), 404);
        using var transport = new RestTransport(new(server.Address));

        var refusal = (await transport.Awaiting(sending => sending.SendAsync(new("GET", "/"), TestContext.CancellationToken)).Should().ThrowAsync<ConnectorException>()).Which;

        refusal.Error.Reason.Should().Be("HTTP_404");
        refusal.Error.Detail.Should().Contain("no such item");
    }

    [TestMethod]
    [DataRow("GET", false)]
    [DataRow("POST", true)]
    public async Task An_answer_that_cannot_be_unpacked_is_an_error_and_leaves_a_change_in_doubt(string verb, bool inDoubt)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("not packed at all");
        });
        using var transport = new RestTransport(new(server.Address) { Retry = RetryOptions.None });

        var failure = (await transport.Awaiting(sending => sending.SendAsync(new(verb, "/"), TestContext.CancellationToken)).Should().ThrowAsync<ConnectorException>()).Which;

        failure.Error.Reason.Should().Be("REQUEST_FAILED");
        failure.Error.InDoubt.Should().Be(inDoubt);
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_coding_that_is_not_known_is_left_as_it_came()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "own";
            return context.Response.WriteAsync(Text);
        });
        using var transport = new RestTransport(new(server.Address));

        var answer = await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        answer.Text.Should().Be(Text);
        answer.Header("Content-Encoding").Should().Be("own");
    }

    [TestMethod]
    public async Task Codings_are_asked_for_unless_the_request_asks_itself()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);
        await transport.SendAsync(new("GET", "/") { Headers = new Dictionary<string, string> { ["Accept-Encoding"] = "identity" } }, TestContext.CancellationToken);

        server.Seen.Select(seen => seen.Headers["Accept-Encoding"]).Should().Equal("gzip, deflate, br", "identity");
    }
}
