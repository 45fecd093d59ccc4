using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.Extensions.Configuration;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class HttpSettingsTests
{
    private const string Secret = "M4RK-s3cret";

    public static IEnumerable<object[]> Mistakes =>
    [
        ["""{"baseAddress":""}""", "baseAddress", "ADDRESS_MISSING"],
        ["""{"baseAddress":"erp"}""", "baseAddress", "ADDRESS_UNREADABLE"],
        ["""{"baseAddress":"erp.local:8080/api"}""", "baseAddress", "ADDRESS_UNREADABLE"],
        ["""{"baseAddress":"http:\\\\erp"}""", "baseAddress", "ADDRESS_UNREADABLE"],
        ["""{"baseAddress":"http://e rp"}""", "baseAddress", "ADDRESS_UNREADABLE"],
        ["""{"baseAddress":"ftp://erp"}""", "baseAddress", "ADDRESS_SCHEME"],
        ["""{"baseAddress":"http://user:M4RK-s3cret@erp"}""", "baseAddress", "ADDRESS_HAS_USER"],
        ["""{"baseAddress":"http://erp/?key=M4RK-s3cret"}""", "baseAddress", "ADDRESS_HAS_QUERY"],
        ["""{"baseAddress":"http://erp/#x"}""", "baseAddress", "ADDRESS_HAS_QUERY"],
        ["""{"timeout":"30"}""", "timeout", "DURATION_UNREADABLE"],
        ["""{"timeout":"00:00:00"}""", "timeout", "DURATION_UNREADABLE"],
        ["""{"timeout":"-00:00:05"}""", "timeout", "DURATION_UNREADABLE"],
        ["""{"timeout":"1.00:00:05"}""", "timeout", "DURATION_UNREADABLE"],
        ["""{"connectTimeout":"5s"}""", "connectTimeout", "DURATION_UNREADABLE"],
        ["""{"idleTimeout":""}""", "idleTimeout", "DURATION_UNREADABLE"],
        ["""{"maxResponseBytes":0}""", "maxResponseBytes", "NUMBER_OUT_OF_RANGE"],
        ["""{"maxResponseBytes":9999999999}""", "maxResponseBytes", "NUMBER_OUT_OF_RANGE"],
        ["""{"maxStreamBytes":-1}""", "maxStreamBytes", "NUMBER_OUT_OF_RANGE"],
        ["""{"headers":{"X Bad":"M4RK-s3cret"}}""", "headers.X Bad", "HEADER_UNUSABLE"],
        ["""{"headers":{"X-Name":"Склад M4RK-s3cret"}}""", "headers.X-Name", "HEADER_UNUSABLE"],
        ["""{"headers":{"X-Name":"M4RK-s3cret\r\nHost: evil"}}""", "headers.X-Name", "HEADER_UNUSABLE"],
        ["""{"headers":{"Host":"evil"}}""", "headers.Host", "HEADER_RESERVED"],
        ["""{"headers":{"content-length":"5"}}""", "headers.content-length", "HEADER_RESERVED"],
        ["""{"headers":{"Content-Type":"json"}}""", "headers.Content-Type", "CONTENT_TYPE_UNREADABLE"],
        ["""{"headers":{"content-type":"text/xml; charset=win-1251"}}""", "headers.content-type", "CONTENT_TYPE_UNREADABLE"],
        ["""{"auth":{"type":"apiKey","name":"Content-Language","value":"M4RK-s3cret"}}""", "auth.name", "AUTH_NAME_UNUSABLE"],
        ["""{"allowedHosts":["http://files.local"]}""", "allowedHosts[0]", "HOST_UNREADABLE"],
        ["""{"allowedHosts":["files.local","files.local/x"]}""", "allowedHosts[1]", "HOST_UNREADABLE"],
        ["""{"allowedHosts":["*.local"]}""", "allowedHosts[0]", "HOST_UNREADABLE"],
        ["""{"allowedHosts":["files.local:99999"]}""", "allowedHosts[0]", "HOST_UNREADABLE"],
        ["""{"allowedHosts":[""]}""", "allowedHosts[0]", "HOST_UNREADABLE"],
        ["""{"redirects":{"follow":"all"}}""", "redirects.follow", "CHOICE_UNKNOWN"],
        ["""{"redirects":{"max":0}}""", "redirects.max", "NUMBER_OUT_OF_RANGE"],
        ["""{"retry":{"count":-1}}""", "retry.count", "NUMBER_OUT_OF_RANGE"],
        ["""{"retry":{"count":1000}}""", "retry.count", "NUMBER_OUT_OF_RANGE"],
        ["""{"retry":{"delay":"200"}}""", "retry.delay", "DURATION_UNREADABLE"],
        ["""{"retry":{"delay":"00:00:10"}}""", "retry.delay", "RETRY_DELAYS_CROSSED"],
        ["""{"retry":{"maxDelay":"soon"}}""", "retry.maxDelay", "DURATION_UNREADABLE"],
        ["""{"rateLimit":{"requests":-5}}""", "rateLimit.requests", "NUMBER_OUT_OF_RANGE"],
        ["""{"rateLimit":{"requests":5,"per":"1"}}""", "rateLimit.per", "DURATION_UNREADABLE"],
        ["""{"rateLimit":{"concurrent":-1}}""", "rateLimit.concurrent", "NUMBER_OUT_OF_RANGE"],
        ["""{"tls":{"caFile":"/no/such/ca.pem"}}""", "tls.caFile", "FILE_NOT_FOUND"],
        ["""{"tls":{"caFile":"{garbage}"}}""", "tls.caFile", "CERTIFICATE_UNREADABLE"],
        ["""{"tls":{"certificateFile":"/no/such/own.pfx"}}""", "tls.certificateFile", "FILE_NOT_FOUND"],
        ["""{"tls":{"certificateFile":"{garbage}","password":"M4RK-s3cret"}}""", "tls.certificateFile", "CERTIFICATE_UNREADABLE"],
        ["""{"tls":{"certificateFile":"{garbage}","keyFile":"/no/such.key"}}""", "tls.keyFile", "FILE_NOT_FOUND"],
        ["""{"tls":{"keyFile":"{garbage}"}}""", "tls.certificateFile", "CERTIFICATE_MISSING"],
        ["""{"tls":{"password":"M4RK-s3cret"}}""", "tls.certificateFile", "CERTIFICATE_MISSING"],
        ["""{"tls":{"host":"not a host"}}""", "tls.host", "HOST_UNREADABLE"],
        ["""{"proxy":{"address":"proxy"}}""", "proxy.address", "ADDRESS_UNREADABLE"],
        ["""{"proxy":{"address":"http://u:M4RK-s3cret@proxy:3128"}}""", "proxy.address", "ADDRESS_HAS_USER"],
        ["""{"proxy":{"address":"socks5://proxy:1080"}}""", "proxy.address", "ADDRESS_SCHEME"],
        ["""{"proxy":{"user":"u","password":"M4RK-s3cret"}}""", "proxy.address", "PROXY_WITHOUT_ADDRESS"],
        ["""{"proxy":{"address":"http://proxy:3128","password":"M4RK-s3cret"}}""", "proxy.user", "PROXY_USER_MISSING"],
        ["""{"proxy":{"address":"http://proxy:3128","bypass":["a/b"]}}""", "proxy.bypass[0]", "HOST_UNREADABLE"],
        ["""{"auth":{"type":"kerberos"}}""", "auth.type", "CHOICE_UNKNOWN"],
        ["""{"auth":{"password":"M4RK-s3cret"}}""", "auth.type", "AUTH_TYPE_MISSING"],
        ["""{"auth":{"type":"basic","password":"M4RK-s3cret"}}""", "auth.user", "AUTH_USER_MISSING"],
        ["""{"auth":{"type":"basic","user":"a:b","password":"M4RK-s3cret"}}""", "auth.user", "AUTH_USER_COLON"],
        ["""{"auth":{"type":"bearer"}}""", "auth.token", "AUTH_TOKEN_MISSING"],
        ["""{"auth":{"type":"bearer","token":"M4RK-s3cret\n"}}""", "auth.token", "AUTH_SECRET_UNUSABLE"],
        ["""{"auth":{"type":"bearer","token":" M4RK-s3cret"}}""", "auth.token", "AUTH_SECRET_UNUSABLE"],
        ["""{"auth":{"type":"apiKey","value":"M4RK-s3cret"}}""", "auth.name", "AUTH_NAME_MISSING"],
        ["""{"auth":{"type":"apiKey","name":"X-Key"}}""", "auth.value", "AUTH_VALUE_MISSING"],
        ["""{"auth":{"type":"apiKey","name":"X Key","value":"M4RK-s3cret"}}""", "auth.name", "AUTH_NAME_UNUSABLE"],
        ["""{"auth":{"type":"apiKey","name":"Host","value":"M4RK-s3cret"}}""", "auth.name", "AUTH_NAME_UNUSABLE"],
        ["""{"auth":{"type":"apiKey","name":"X-Key","value":"M4RK-s3cret","in":"cookie"}}""", "auth.in", "CHOICE_UNKNOWN"],
        ["""{"auth":{"type":"bearer","token":"M4RK-s3cret"},"headers":{"Authorization":"M4RK-s3cret"}}""", "headers.Authorization", "AUTH_TWICE"],
        ["""{"auth":{"type":"oauth2","clientId":"c","clientSecret":"M4RK-s3cret"}}""", "auth.tokenAddress", "ADDRESS_MISSING"],
        ["""{"auth":{"type":"oauth2","clientSecret":"M4RK-s3cret","tokenAddress":"http://erp.local/t"}}""", "auth.clientId", "AUTH_CLIENT_ID_MISSING"],
        ["""{"auth":{"type":"oauth2","clientId":"c","tokenAddress":"http://erp.local/t"}}""", "auth.clientSecret", "AUTH_CLIENT_SECRET_MISSING"],
        ["""{"auth":{"type":"oauth2","clientId":"c","clientSecret":"M4RK-s3cret","tokenAddress":"https://login.test/t"}}""", "auth.tokenAddress", "TOKEN_HOST_NOT_ALLOWED"],
    ];

    [TestMethod]
    [DynamicData(nameof(Mistakes))]
    public void A_mistake_is_told_with_field_cause_and_next_step_and_no_secret(string json, string field, string code)
    {
        var problems = Read(json);

        var problem = problems.All.Should().ContainSingle(found => found.Code == code).Subject;
        problem.Field.Should().Be(field);
        problem.IsWarning.Should().BeFalse();
        string[] texts = [problem.Message, problem.MessageRu!, problem.NextStep, problem.NextStepRu!];
        texts.Should().OnlyContain(text => text.Length > 10 && text.Length <= 200 && (text.EndsWith('.') || text.EndsWith('}') || text.EndsWith(')')));
        problem.MessageRu.Should().MatchRegex("[а-я]");
        problem.NextStepRu.Should().MatchRegex("[а-я]");
        problems.All.Select(found => found.ToString()).Should().NotContain(text => text.Contains("M4RK", StringComparison.Ordinal));
        problems.Invoking(all => all.ThrowIfAny()).Should().Throw<ConnectorSettingsException>().Which.Message.Should().NotContain(Secret);
    }

    [TestMethod]
    public void All_mistakes_are_told_at_once()
    {
        var problems = Read("""{"baseAddress":"","timeout":"5","retry":{"count":-1},"auth":{"type":"basic"}}""");

        problems.All.Select(problem => problem.Field).Should().Equal("baseAddress", "timeout", "retry.count", "auth.user");
    }

    [TestMethod]
    public void Right_settings_become_options()
    {
        var problems = new SettingsProblems();
        var options = HttpSettingsReader.Read(Bind("""
            {
              "baseAddress": "https://ERP.local/api", "timeout": "00:00:10", "connectTimeout": "0:00:03", "maxResponseBytes": 2048, "headers": { "X-Site": "north" },
              "allowedHosts": ["Files.Local:8080", "[::1]:90", "склад.рф"], "redirects": { "follow": "Allowed", "max": 2 }, "retry": { "count": 1, "delay": "00:00:00.05", "maxDelay": "00:00:01" },
              "rateLimit": { "requests": 10, "per": "00:01:00", "concurrent": 3 }, "proxy": { "address": "http://proxy:3128", "user": "u", "password": "p", "bypass": ["erp.local"] },
              "auth": { "type": "oauth2", "clientId": "c", "clientSecret": "s", "tokenAddress": "https://erp.local/token", "scope": "read", "in": "body" }
            }
            """), problems);

        problems.All.Should().BeEmpty();
        options.Should().BeEquivalentTo(new
        {
            Timeout = TimeSpan.FromSeconds(10),
            ConnectTimeout = TimeSpan.FromSeconds(3),
            MaxResponseBytes = 2048,
            AllowedHosts = new[] { "files.local:8080", "[::1]:90", "xn--80aiqe2a.xn--p1ai" },
            Redirects = RedirectPolicy.Allowed,
            MaxRedirects = 2,
            Retry = new RetryOptions(1, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1)),
            RateLimit = new RateLimitOptions(10, TimeSpan.FromMinutes(1), 3),
        });
        options.Auth.Should().BeEquivalentTo(new { Kind = AuthKind.OAuth2, Name = "c", Secret = "s", Scope = "read", SecretInBody = true });
        options.Proxy.Should().BeEquivalentTo(new { User = "u", Password = "p" });
    }

    [TestMethod]
    public void Nothing_but_an_address_gives_the_defaults()
    {
        var problems = new SettingsProblems();
        var options = HttpSettingsReader.Read(Bind("""{"baseAddress":"http://erp"}"""), problems);

        problems.All.Should().BeEmpty();
        options.Should().BeEquivalentTo(new
        {
            Timeout = TimeSpan.FromSeconds(25),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            IdleTimeout = TimeSpan.FromSeconds(15),
            MaxResponseBytes = 16 * 1024 * 1024,
            Redirects = RedirectPolicy.None,
            Retry = new RetryOptions(2, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5)),
            RateLimit = (RateLimitOptions?)null,
            Tls = (TlsOptions?)null,
            Proxy = (ProxyOptions?)null,
            Auth = AuthOptions.None,
        });
    }

    private static SettingsProblems Read(string json)
    {
        using var folder = new TestFolder();
        var garbage = folder.Write("garbage.pem", "no certificate");
        var problems = new SettingsProblems();
        var settings = Bind(json.Replace("{garbage}", garbage.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal));
        if (!json.Contains("baseAddress", StringComparison.Ordinal)) settings.BaseAddress = "http://erp.local";
        HttpSettingsReader.Read(settings, problems);
        return problems;
    }

    private static HttpSettings Bind(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().Get<HttpSettings>() ?? new HttpSettings();
}
