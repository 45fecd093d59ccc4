using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class BodyHeadersTests
{
    private byte[] heard = [];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("Content-Type", "application/vnd.api+json")]
    [DataRow("content-type", "application/json; charset=UTF-8")]
    [DataRow("Content-Language", "ru")]
    [DataRow("Content-Encoding", "identity")]
    [DataRow("Content-Disposition", "attachment")]
    [DataRow("Content-MD5", "mZFLkyvTelC5g8XnyQrpOw==")]
    [DataRow("Allow", "GET")]
    [DataRow("Expires", "0")]
    [DataRow("Last-Modified", "Tue, 15 Nov 1994 12:45:26 GMT")]
    public async Task A_header_of_the_body_arrives_from_settings_and_from_requests(string name, string value)
    {
        var headers = new Dictionary<string, string> { [name] = value };
        await using var server = await HearingAsync();
        using var settings = new RestTransport(new(server.Address) { Headers = headers });
        using var plain = new RestTransport(new(server.Address));

        await settings.SendAsync(Post("{}"), TestContext.CancellationToken);
        await plain.SendAsync(Post("{}") with { Headers = headers }, TestContext.CancellationToken);
        await plain.SendAsync(Post("{}") with { Headers = headers, Safety = MethodSafety.Safe }, TestContext.CancellationToken);
        await settings.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        server.Seen.Take(3).Select(seen => seen.Headers.GetValueOrDefault(name)).Should().Equal(value, value, value);
        server.Seen[3].Headers.Should().NotContainKey(name, "there is no body that it could describe");
    }

    [TestMethod]
    public async Task The_type_of_a_request_goes_before_that_of_the_settings_and_forms_keep_theirs()
    {
        await using var server = await HearingAsync();
        using var transport = new RestTransport(new(server.Address) { Headers = new Dictionary<string, string> { ["Content-Type"] = "application/vnd.api+json" } });

        await transport.SendAsync(Post("{}") with { Headers = new Dictionary<string, string> { ["content-type"] = "text/plain" } }, TestContext.CancellationToken);
        await transport.SendAsync(new("POST", "/") { Body = TransportBody.Form([new("a", "1")]) }, TestContext.CancellationToken);
        await transport.SendAsync(new("POST", "/") { Body = TransportBody.Multipart([new("a", TransportBody.Text("1", "text/plain"))]) }, TestContext.CancellationToken);

        server.Seen.Select(seen => seen.Headers["Content-Type"].Split(';')[0]).Should().Equal("text/plain", "application/x-www-form-urlencoded", "multipart/form-data");
    }

    [TestMethod]
    [DataRow("text/xml; charset=windows-1251", "windows-1251", false)]
    [DataRow("text/xml; charset=\"koi8-r\"", "koi8-r", false)]
    [DataRow("text/plain; charset=utf-16", "utf-16", true)]
    [DataRow("text/plain; charset=utf-8", "utf-8", false)]
    [DataRow("text/plain", "utf-8", false)]
    public async Task A_text_is_written_in_the_character_set_its_type_names(string type, string charset, bool withMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        byte[] expected = [.. withMark ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes("Накладная")];
        await using var server = await HearingAsync();
        using var transport = new RestTransport(new(server.Address));

        await transport.SendAsync(new("POST", "/") { Body = TransportBody.Text("Накладная", type) }, TestContext.CancellationToken);
        var own = heard;
        await transport.SendAsync(Post("Накладная") with { Headers = new Dictionary<string, string> { ["Content-Type"] = type } }, TestContext.CancellationToken);

        own.Should().Equal(expected);
        heard.Should().Equal(expected);
    }

    [TestMethod]
    [DataRow("text/plain; charset=windows-1251", "Ветка 漢", "U+6F22")]
    [DataRow("text/plain; charset=us-ascii", "Ёж", "U+0401")]
    [DataRow("text/plain; charset=windows-1251", "📦", "U+1F4E6")]
    public async Task A_letter_that_the_character_set_lacks_is_refused_and_not_replaced(string type, string text, string letter)
    {
        await using var server = await HearingAsync();
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text(text, type) });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.InvalidArguments, Reason = "REQUEST_REFUSED", InDoubt = false });
        error.Message.Should().Contain(letter);
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("json")]
    [DataRow("text/plain; charset=nonsense")]
    public async Task A_type_that_cannot_be_used_is_refused(string type)
    {
        await using var server = await HearingAsync();
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, Post("{}") with { Headers = new Dictionary<string, string> { ["Content-Type"] = type } });

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.InvalidArguments, Reason = "REQUEST_REFUSED" });
        TransportBody.IsType(type).Should().BeFalse();
        FluentActions.Invoking(() => TransportBody.Text("{}", type)).Should().Throw<FormatException>();
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_key_that_its_header_cannot_carry_is_refused_and_not_left_out()
    {
        await using var server = await HearingAsync();
        using var transport = new RestTransport(new(server.Address));

        var error = await ErrorAsync(transport, Post("{}") with { Safety = MethodSafety.Keyed, KeyHeader = "Content-Language" });

        error.Reason.Should().Be("REQUEST_REFUSED");
        server.Seen.Should().BeEmpty();
    }

    private static TransportRequest Post(string text) => new("POST", "/") { Body = TransportBody.Text(text) };

    private Task<TestServer> HearingAsync() => TestServer.StartAsync(context =>
    {
        heard = (byte[])context.Items[TestServer.BodyBytes]!;
        return context.Response.WriteAsync("{}");
    });

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest request)
    {
        var call = () => transport.SendAsync(request, TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
