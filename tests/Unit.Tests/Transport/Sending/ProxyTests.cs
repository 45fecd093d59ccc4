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
        proxy.Seen.Should().ContainSingle().Which.Headers["Proxy-Authorization"].Should().Be(expected);
    }

    [TestMethod]
    [DataRow("right-word")]
    [DataRow("wrong-word")]
    public async Task A_change_leaves_once_even_where_407_is_answered_to_it(string word)
    {
        await using var proxy = await AskingAsync("nobody");
        using var transport = new RestTransport(new(new Uri("http://erp.test")) { Proxy = new ProxyOptions(proxy.Address) { User = "user", Password = word }, Retry = new(2, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1)) });

        var error = await ErrorAsync(transport, new("POST", "/") { Body = TransportBody.Text("{}") });

        error.Reason.Should().Be("PROXY_DENIED");
        proxy.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_tunnel_is_asked_for_with_credentials_and_the_other_system_never_hears_them()
    {
        using var certificates = new TestCertificates();
        await using var server = await TestServer.SecureAsync(certificates.Sign());
        await using var proxy = await TunnelProxy.StartAsync(server.Address.Port, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pass-word")));
        using var transport = new RestTransport(new(new Uri($"https://localhost:{server.Address.Port}"))
        {
            Proxy = new ProxyOptions(proxy.Address) { User = "user", Password = "pass-word" },
            Tls = new TlsOptions { Authorities = [certificates.Authority] },
        });

        await transport.SendAsync(new("POST", "/") { Body = TransportBody.Text("{}") }, TestContext.CancellationToken);

        proxy.Tunnels.Should().Be(1);
        server.Seen.Should().ContainSingle().Which.Headers.Should().NotContainKey("Proxy-Authorization");
    }

    [TestMethod]
    public async Task A_host_reached_without_the_proxy_does_not_hear_its_credentials()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { Proxy = new ProxyOptions(new Uri("http://proxy.invalid:1")) { User = "user", Password = "pass-word", Bypass = ["127.0.0.1"] } });

        await transport.SendAsync(new("POST", "/"), TestContext.CancellationToken);

        server.Seen.Should().ContainSingle().Which.Headers.Should().NotContainKey("Proxy-Authorization");
    }

    [TestMethod]
    [DataRow("http", "http://no-such-proxy.invalid:3128")]
    [DataRow("https", "http://no-such-proxy.invalid:3128")]
    [DataRow("http", "http://127.0.0.1:{0}")]
    [DataRow("https", "http://127.0.0.1:{0}")]
    public async Task A_proxy_that_cannot_be_reached_is_named(string scheme, string address)
    {
        using var closed = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        closed.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var proxy = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, ((System.Net.IPEndPoint)closed.LocalEndPoint!).Port));
        using var transport = new RestTransport(new(new Uri($"{scheme}://erp.test")) { Proxy = new ProxyOptions(proxy) });

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "PROXY_NOT_CONNECTED", InDoubt = false, Retryable = true });
        error.Message.Should().Contain(proxy.Authority).And.Contain("proxy.address");
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
    [DataRow(403)]
    [DataRow(503)]
    public async Task A_proxy_that_makes_no_tunnel_is_told(int status)
    {
        await using var proxy = await TestServer.JsonAsync("{}", status);
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

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, TransportRequest? request = null)
    {
        var call = () => transport.SendAsync(request ?? new("POST", "/"), TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
