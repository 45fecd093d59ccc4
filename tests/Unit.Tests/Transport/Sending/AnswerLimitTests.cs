using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class AnswerLimitTests
{
    private const int Limit = 10_000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(Limit, true, "200")]
    [DataRow(Limit, false, "200")]
    [DataRow(Limit + 1, true, "ANSWER_TOO_LARGE")]
    [DataRow(Limit + 1, false, "ANSWER_TOO_LARGE")]
    public async Task An_answer_may_be_as_large_as_the_limit_and_no_larger(int size, bool withLength, string outcome)
    {
        await using var server = await Sending(new byte[size], withLength);
        using var transport = new RestTransport(new(server.Address) { MaxResponseBytes = Limit });

        (await OutcomeAsync(transport, new("GET", "/"))).Should().Be(outcome);
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("deflate")]
    [DataRow("br")]
    public async Task A_small_answer_that_unpacks_into_a_large_one_is_refused(string encoding)
    {
        await using var server = await TestServer.PackedAsync(encoding, new byte[Limit * 100]);
        using var transport = new RestTransport(new(server.Address) { MaxResponseBytes = Limit });

        (await OutcomeAsync(transport, new("GET", "/"))).Should().Be("ANSWER_TOO_LARGE");
    }

    [TestMethod]
    public async Task The_body_of_a_refusal_is_limited_too()
    {
        await using var server = await TestServer.TextAsync(new string('x', Limit * 2), "text/plain", 500);
        using var transport = new RestTransport(new(server.Address) { MaxResponseBytes = Limit });

        (await OutcomeAsync(transport, new("GET", "/"))).Should().Be("ANSWER_TOO_LARGE");
    }

    [TestMethod]
    public async Task A_request_may_bring_its_own_limit()
    {
        await using var server = await Sending(new byte[Limit], true);
        using var transport = new RestTransport(new(server.Address));

        (await OutcomeAsync(transport, new("GET", "/") { MaxBytes = Limit - 1 })).Should().Be("ANSWER_TOO_LARGE");
    }

    [TestMethod]
    public async Task A_large_answer_of_known_length_arrives_whole()
    {
        var bytes = new byte[3_000_000];
        Random.Shared.NextBytes(bytes);
        await using var server = await Sending(bytes, true);
        using var transport = new RestTransport(new(server.Address));

        (await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)).Body.AsSpan().SequenceEqual(bytes).Should().BeTrue();
    }

    [TestMethod]
    public async Task A_head_request_has_no_body_whatever_its_length_says()
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.ContentLength = 500;
            return Task.CompletedTask;
        });
        using var transport = new RestTransport(new(server.Address));

        (await transport.SendAsync(new("HEAD", "/"), TestContext.CancellationToken)).Body.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("text/plain; charset=windows-1251", "windows-1251")]
    [DataRow("text/plain; charset=\"koi8-r\"", "koi8-r")]
    [DataRow("text/plain; charset=utf-8", "utf-8")]
    [DataRow("text/plain", "utf-8")]
    [DataRow("text/plain; charset=nonsense", "utf-8")]
    [DataRow("text/plain; charset=utf-16", "utf-16")]
    public async Task Text_is_read_in_the_character_set_it_names(string type, string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.Body.WriteAsync(Encoding.GetEncoding(charset).GetBytes("Накладная №7")).AsTask();
        });
        using var transport = new RestTransport(new(server.Address));

        (await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)).Text.Should().Be(charset == "koi8-r" ? "Накладная ?7" : "Накладная №7");
    }

    private static Task<TestServer> Sending(byte[] bytes, bool withLength) => TestServer.StartAsync(async context =>
    {
        if (withLength) context.Response.ContentLength = bytes.Length;
        await context.Response.Body.FlushAsync();
        await context.Response.Body.WriteAsync(bytes);
    });

    private async Task<string?> OutcomeAsync(RestTransport transport, TransportRequest request)
    {
        try
        {
            return (await transport.SendAsync(request, TestContext.CancellationToken)).Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (ConnectorException failure)
        {
            failure.Error.Code.Should().Be(ConnectorErrorCode.TooLarge);
            return failure.Error.Reason;
        }
    }
}
