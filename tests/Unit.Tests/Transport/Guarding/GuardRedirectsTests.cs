using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;

namespace Unit.Tests.Transport;

/// <summary>An answer cannot lead a connector to where its settings do not.</summary>
[TestClass]
public sealed class GuardRedirectsTests
{
    private static readonly int[] Statuses = [301, 302, 303, 307, 308];

    private static readonly string[] Locations =
    [
        "http://127.0.0.1:{0}/", "//127.0.0.1:{0}/", "http://localhost:{0}/", "http://2130706433:{0}/", "http://[::1]:{0}/", "http://[::ffff:127.0.0.1]:{0}/",
        "http://127.0.0.1:{1}@127.0.0.1:{0}/", "https://127.0.0.1:{0}/", "\\\\127.0.0.1:{0}/", "http:\\\\127.0.0.1:{0}/", "ftp://127.0.0.1:{0}/", "file:///etc/passwd",
    ];

    public TestContext TestContext { get; set; } = null!;

    public static IEnumerable<object[]> Cases => Statuses.SelectMany(status => Locations.Select(location => new object[] { status, location }));

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public async Task A_redirect_to_elsewhere_touches_nothing(int status, string location)
    {
        await using var canary = new Canary();
        await using var server = await Redirecting(status, location, canary);
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Allowed });

        var reasons = new[] { await ReasonAsync(transport, "GET"), await ReasonAsync(transport, "POST") };

        canary.Touched.Should().Be(0);
        reasons.Should().OnlyContain(reason => reason == Expected(status, location));
        server.Seen.Should().OnlyContain(seen => !seen.Target.Contains("passwd", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("Refresh", "0; url=http://127.0.0.1:{0}/")]
    [DataRow("Content-Location", "http://127.0.0.1:{0}/")]
    [DataRow("Link", "<http://127.0.0.1:{0}/>; rel=preload")]
    [DataRow("Alt-Svc", "h2=\"127.0.0.1:{0}\"; ma=86400")]
    public async Task A_header_that_browsers_follow_is_not_followed(string name, string value)
    {
        await using var canary = new Canary();
        await using var server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers[name] = Written(value, canary.Port, 0);
            return context.Response.WriteAsync("{}");
        });
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Allowed });

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);
        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    public async Task A_page_that_refreshes_itself_is_not_followed()
    {
        await using var canary = new Canary();
        await using var server = await TestServer.TextAsync($"<html><meta http-equiv=\"refresh\" content=\"0; url=http://127.0.0.1:{canary.Port}/\"><img src=\"http://127.0.0.1:{canary.Port}/\"></html>", "text/html");
        using var transport = new RestTransport(new(server.Address) { Redirects = RedirectPolicy.Allowed });

        var answer = await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        answer.Status.Should().Be(200);
        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    public async Task Through_a_proxy_the_target_is_checked_before_the_proxy_hears_of_it()
    {
        await using var canary = new Canary();
        await using var proxy = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(new Uri("http://erp.test")) { Proxy = new ProxyOptions(proxy.Address) });

        var call = () => transport.SendAsync(new("GET", $"http://127.0.0.1:{canary.Port}/"), TestContext.CancellationToken);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("ADDRESS_REFUSED");
        proxy.Seen.Should().BeEmpty();
        canary.Touched.Should().Be(0);
    }

    private static Task<TestServer> Redirecting(int status, string location, Canary canary) => TestServer.StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = Written(location, canary.Port, context.Connection.LocalPort);
        return Task.CompletedTask;
    });

    private static string Written(string text, int canary, int server) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, canary, server);

    // Backslashes at the beginning are no address at all: such an answer is a redirect without one.
    private static string Expected(int status, string location) => location switch
    {
        ['\\', ..] => $"HTTP_{status}",
        ['f', ..] => "REDIRECT_UNREADABLE",
        _ => location.Contains('@', StringComparison.Ordinal) ? "REDIRECT_UNREADABLE" : "REDIRECT_REFUSED",
    };

    private async Task<string?> ReasonAsync(RestTransport transport, string verb)
    {
        var call = () => transport.SendAsync(new(verb, "/"), TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason;
    }
}
