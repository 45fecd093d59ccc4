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
    [DataRow("X-Pass", Plain)]
    [DataRow("X-Pwd", Plain)]
    [DataRow("X-Session", Plain)]
    [DataRow("X-Sign", Plain)]
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
    [DataRow("X-Pass")]
    [DataRow("X-Pwd")]
    [DataRow("X-Session")]
    [DataRow("X-Sign")]
    public async Task Headers_that_hold_credentials_by_their_name_stay_at_the_base_address(string name)
    {
        await using var other = await TestServer.JsonAsync("{}");
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { AllowedHosts = [other.Authority], Headers = new Dictionary<string, string> { [name] = Plain } });

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);
        await transport.SendAsync(new("GET", other.Address.ToString()), TestContext.CancellationToken);

        server.Seen[0].Headers[name].Should().Be(Plain);
        other.Seen.Should().ContainSingle().Which.Headers.Should().NotContainKey(name);
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(404)]
    [DataRow(503)]
    public async Task A_token_server_that_repeats_what_it_was_told_gives_nothing_away(int status)
    {
        await using var server = await TestServer.StartAsync(context =>
        {
            var shown = context.Request.Headers.Authorization.ToString();
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(shown["Basic ".Length..]));
            context.Response.StatusCode = status;
            return context.Response.WriteAsync($$"""{"error":"invalid_client","shown":"{{shown}}","php":"{{shown.Replace("/", "\\/", StringComparison.Ordinal)}}","pair":"{{pair}}","small":"{{pair.ToLowerInvariant()}}","plain":"{{Uri.UnescapeDataString(pair)}}"}""");
        });
        var options = new TransportOptions(server.Address) { Auth = new AuthOptions(AuthKind.OAuth2) { Name = "склад", Secret = "m4rk/ыы?ыы>ыы+ы", TokenAddress = new Uri(server.Address, "/token") } };
        using var transport = new RestTransport(options);

        var call = () => transport.SendAsync(new("GET", "/x"), TestContext.CancellationToken);

        var failure = (await call.Should().ThrowAsync<ConnectorException>()).Which;
        var sent = server.Seen.Should().ContainSingle().Which.Headers["Authorization"]["Basic ".Length..];
        failure.ToString().Should().NotContain(sent);
        failure.Error.Detail.Should().Contain("***").And.NotContain("m4rk").And.NotContain(sent[^12..]);
    }

    [TestMethod]
    [DataRow("a/b", "a\\/b")]
    [DataRow("ы+ы", "%d1%8b%2b%d1%8b")]
    [DataRow("ы+ы", "%D1%8B%2B%D1%8B")]
    [DataRow("ы/ы", "\\u044b/\\u044b")]
    [DataRow("ы/ы", "\\u044B\\/\\u044B")]
    [DataRow("ы/ы", "\\u044b\\/\\u044b")]
    [DataRow("a&\"b", "a&amp;&quot;b")]
    [DataRow("a b", "a+b")]
    public void A_secret_is_known_in_the_forms_that_other_systems_write(string part, string form)
    {
        var mask = new SecretMask(new(new Uri("http://erp")) { Secrets = [$"x{part}x{part}x"] });

        mask.Clean($"[x{form}x{form}x]").Should().Be("[***]");
    }

    [TestMethod]
    public async Task A_secret_within_a_page_of_megabytes_does_not_come_out_and_costs_no_time()
    {
        var page = string.Concat(Enumerable.Repeat($"<p>{Plain}</p>", 500_000));
        await using var server = await TestServer.TextAsync(page, "text/html", 500);
        using var transport = new RestTransport(new(server.Address) { Secrets = [Plain, .. Enumerable.Range(0, 20).Select(at => $"another/secret ы{at}")] });
        await FluentActions.Awaiting(() => transport.SendAsync(new("GET", "/"), TestContext.CancellationToken)).Should().ThrowAsync<ConnectorException>();
        var facts = new AnswerFacts("erp:80", true, 500, "text/html", page) { Clean = new SecretMask(new(server.Address) { Secrets = [Plain, .. Enumerable.Range(0, 20).Select(at => $"another/secret ы{at}")] }).Clean };
        var started = TimeProvider.System.GetTimestamp();

        var error = AnswerFailures.Of(facts).Error;

        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromMilliseconds(250));
        error.Detail.Should().StartWith("HTTP 500").And.Contain("<p>***</p>").And.NotContain("M4RK");
    }

    [TestMethod]
    public void Half_a_secret_at_the_end_of_what_is_looked_at_does_not_come_out()
    {
        var secret = new string('k', 2_000);
        var mask = new SecretMask(new(new Uri("http://erp")) { Secrets = [secret] });

        ForeignText.Cleaned(string.Concat(Enumerable.Repeat(secret, 50)), mask.Clean).Should().NotContain("k");
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
