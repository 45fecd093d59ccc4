using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class ProxyTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Requests_go_through_the_proxy_of_the_settings_whose_address_needs_no_further_leave()
    {
        await using var proxy = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(new Uri("http://erp.test:8080/api")) { Proxy = new ProxyOptions(proxy.Address) });

        await transport.SendAsync(new("GET", "/x?a=1"), TestContext.CancellationToken);

        proxy.Seen.Should().ContainSingle().Which.Target.Should().Be("http://erp.test:8080/api/x?a=1");
    }

    [TestMethod]
    [DataRow("erp.test")]
    [DataRow("ERP.TEST:8080")]
    public async Task A_bypassed_host_is_reached_without_the_proxy(string bypass)
    {
        await using var proxy = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(new Uri("http://erp.test:8080")) { Proxy = new ProxyOptions(proxy.Address) { Bypass = [bypass] } });

        var call = () => transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("NAME_NOT_RESOLVED");
        proxy.Seen.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("GET")]
    public async Task Credentials_are_shown_to_a_proxy_that_asks_for_them(string verb)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pass-word"));
        await using var proxy = await AskingAsync(expected);
        using var transport = new RestTransport(new(new Uri("http://erp.test")) { Proxy = new ProxyOptions(proxy.Address) { User = "user", Password = "pass-word" } });

        var answer = await transport.SendAsync(new(verb, "/m") { Body = verb == "POST" ? TransportBody.Text("{}") : null }, TestContext.CancellationToken);

        answer.Status.Should().Be(200);
        proxy.Seen.Count(seen => seen.Headers.GetValueOrDefault("Proxy-Authorization") == expected).Should().Be(1);
    }

    [TestMethod]
    [DataRow("http")]
    [DataRow("https")]
    public async Task A_proxy_that_refuses_our_credentials_is_told(string scheme)
    {
        await using var proxy = await AskingAsync("nobody");
        using var transport = new RestTransport(new(new Uri($"{scheme}://erp.test")) { Proxy = new ProxyOptions(proxy.Address) { User = "user", Password = "wrong-word" } });

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.AccessDenied, Reason = "PROXY_DENIED", InDoubt = false });
        error.Message.Should().Contain("proxy.user");
    }

    [TestMethod]
    public async Task A_proxy_that_makes_no_tunnel_is_told()
    {
        await using var proxy = await TestServer.JsonAsync("{}", 403);
        using var transport = new RestTransport(new(new Uri("https://erp.test")) { Proxy = new ProxyOptions(proxy.Address) });

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "PROXY_REFUSED", InDoubt = false });
    }

    private static Task<TestServer> AskingAsync(string expected) => TestServer.StartAsync(context =>
    {
        if (context.Request.Headers["Proxy-Authorization"] == expected) return context.Response.WriteAsync("{}");
        context.Response.StatusCode = 407;
        context.Response.Headers.ProxyAuthenticate = "Basic realm=\"proxy\"";
        return Task.CompletedTask;
    });

    private async Task<ConnectorError> ErrorAsync(RestTransport transport)
    {
        var call = () => transport.SendAsync(new("POST", "/"), TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
