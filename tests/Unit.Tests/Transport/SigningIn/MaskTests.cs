using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Unit.Tests.Transport;

/// <summary>Marked secrets are sent in every way there is to a system that repeats all it hears; none may come out in an error or the log.</summary>
[TestClass]
public sealed class MaskTests
{
    private const string Secret = "s3cret-M4RK/+=\"ы";
    private const string Plain = "s3cret-M4RK";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(AuthKind.Basic, Secret)]
    [DataRow(AuthKind.Bearer, Plain)]
    [DataRow(AuthKind.KeyInHeader, Plain)]
    [DataRow(AuthKind.KeyInQuery, Secret)]
    [DataRow(AuthKind.OAuth2, Secret)]
    public async Task Sign_in_never_comes_out(AuthKind kind, string secret)
    {
        await using var server = await EchoAsync();
        await ShouldBeSilentAsync(new(server.Address) { Auth = new AuthOptions(kind) { Name = "X-Key", Secret = secret, TokenAddress = new Uri(server.Address, "/token") } }, "GET");
    }

    [TestMethod]
    [DataRow("Authorization", "Bearer " + Plain)]
    [DataRow("Authorization", "Basic " + Plain)]
    [DataRow("X-Api-Key", Plain)]
    [DataRow("X-Auth-Token", Plain)]
    [DataRow("Cookie", Plain)]
    public async Task Headers_of_the_settings_that_hold_credentials_never_come_out(string name, string value)
    {
        await using var server = await EchoAsync();
        await ShouldBeSilentAsync(new(server.Address) { Headers = new Dictionary<string, string> { [name] = value } }, "POST");
    }

    [TestMethod]
    public async Task Secrets_that_a_connector_names_never_come_out()
    {
        await using var server = await EchoAsync();
        await ShouldBeSilentAsync(new(server.Address) { Secrets = [Plain] }, "GET", $"/path/{Plain}?key={Plain}");
    }

    [TestMethod]
    public async Task The_password_of_the_proxy_never_comes_out()
    {
        await using var server = await EchoAsync();
        await ShouldBeSilentAsync(new(server.Address) { Proxy = new ProxyOptions(server.Address) { User = "user", Password = Plain } }, "GET", "/proxied");
    }

    [TestMethod]
    public async Task A_query_never_reaches_the_log()
    {
        await using var server = await TestServer.JsonAsync("{}");
        var lines = new TransportLog();
        using var transport = new RestTransport(new(server.Address), lines);

        await transport.SendAsync(new("GET", $"/x?password={Plain}"), TestContext.CancellationToken);

        lines.All.Should().ContainSingle().Which.Should().Contain("/x answered 200").And.NotContain(Plain);
    }

    // It says back, in every place that reaches people, all that it was told.
    private static Task<TestServer> EchoAsync() => TestServer.StartAsync(context =>
    {
        var heard = string.Join(" ", context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")) + " " + context.Request.QueryString + " " + Uri.UnescapeDataString(context.Request.QueryString.ToString());
        if (context.Request.Path == "/token") return context.Response.WriteAsJsonAsync(new { access_token = "t0ken-" + Plain });
        if (context.Request.Path == "/proxied" && !context.Request.Headers.ContainsKey("Proxy-Authorization"))
        {
            context.Response.StatusCode = 407;
            context.Response.Headers.ProxyAuthenticate = "Basic realm=x";
            return Task.CompletedTask;
        }

        context.Response.StatusCode = 422;
        var decoded = context.Request.Headers.Authorization.ToString() is ['B', 'a', 's', 'i', 'c', ' ', .. var basic] && basic.EndsWith('=') ? Encoding.UTF8.GetString(Convert.FromBase64String(basic)) : "";
        return context.Response.WriteAsJsonAsync(new { message = $"{decoded} {heard}", heard });
    });

    private async Task ShouldBeSilentAsync(TransportOptions options, string verb, string address = "/x")
    {
        var lines = new TransportLog();
        using var transport = new RestTransport(options with { Retry = new(1, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1)) }, lines);

        var call = () => transport.SendAsync(new(verb, address), TestContext.CancellationToken);

        var failure = (await call.Should().ThrowAsync<ConnectorException>()).Which;
        var all = string.Join('\n', [failure.ToString(), failure.Error.Message, failure.Error.MessageRu, failure.Error.Detail, .. lines.All]);
        all.Should().NotContain("M4RK").And.NotContain(Uri.EscapeDataString(Secret)).And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"X-Key:{Secret}"))).And.NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Plain}")));
        all.Should().Contain("***");
    }

    private sealed class TransportLog : ILogger
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (All) All.Add($"{formatter(state, exception)} {exception}");
        }
    }
}
