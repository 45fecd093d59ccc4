using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Soap;
using Microsoft.AspNetCore.Http;
using TestKit;
using Unit.Tests.Transport;

namespace Unit.Tests.Soap;

/// <summary>A WSDL at an address: fetched when it is needed, kept for a day, its imports watched.</summary>
[TestClass]
public sealed class SoapOverHttpTests
{
    private const string Pong = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><PingResponse xmlns='urn:demo:gate'><return>true</return></PingResponse></s:Body></s:Envelope>";
    private static readonly string Wsdl = File.ReadAllText(Wsdls.PathOf("terminal-gate.wsdl"));

    [TestMethod]
    public async Task A_WSDL_is_fetched_with_the_first_call_and_kept_for_a_day()
    {
        await using var server = await ServiceAsync(() => 200);
        var clock = new ManualTimeProvider();
        using var connector = Connector(server, clock);

        var before = server.Seen.Count;
        await PingAsync(connector);
        await PingAsync(connector);
        var afterTwo = Fetches(server);
        clock.Advance(TimeSpan.FromHours(24));
        await PingAsync(connector);

        (before, afterTwo, Fetches(server)).Should().Be((0, 1, 2));
    }

    [TestMethod]
    public async Task Calls_that_come_together_fetch_it_once()
    {
        await using var server = await ServiceAsync(() => 200);
        using var connector = Connector(server, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PingAsync(connector)));

        Fetches(server).Should().Be(1);
    }

    [TestMethod]
    public async Task A_service_that_was_away_at_the_start_is_called_once_it_is_back()
    {
        var status = 503;
        await using var server = await ServiceAsync(() => status);
        using var connector = Connector(server, TimeProvider.System, retries: 0);

        var first = () => PingAsync(connector);
        var error = (await first.Should().ThrowAsync<ConnectorException>()).Which.Error;
        status = 200;
        var second = await PingAsync(connector);

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.Unavailable, "HTTP_503", false));
        second.Should().Be(true);
    }

    [TestMethod]
    public async Task An_old_WSDL_serves_while_a_new_one_cannot_be_had()
    {
        var status = 200;
        await using var server = await ServiceAsync(() => status);
        var clock = new ManualTimeProvider();
        using var connector = Connector(server, clock, retries: 0);
        await PingAsync(connector);

        status = 500;
        clock.Advance(TimeSpan.FromHours(25));
        var during = await PingAsync(connector);
        await PingAsync(connector);
        var tries = Fetches(server);
        clock.Advance(TimeSpan.FromMinutes(2));
        await PingAsync(connector);

        (during, tries, Fetches(server)).Should().Be((true, 2, 3));
    }

    [TestMethod]
    public async Task Names_that_only_the_WSDL_knows_are_taken_by_the_star_and_those_of_the_settings_keep_their_rules()
    {
        await using var server = await ServiceAsync(() => 200);
        using var connector = new SoapConnector(SoapSettingsTests.Settings($"{{'baseAddress':'{server.Address}gate','wsdl':'?wsdl','operations':[{{'operation':'Ping','safety':'Safe','aliases':['Проверка']}}]}}"));

        connector.Methods.Select(method => $"{method.ClassName}/{method.MethodName}/{method.Safety}").Should().Equal("/Ping/Safe", "*/*/Unsafe");
        var answer = await connector.InvokeAsync(new InvokeArgs("s", "", "Проверка"), CancellationToken.None);
        answer.Value.Should().Be(true);
    }

    [TestMethod]
    public async Task An_unknown_operation_names_those_there_are()
    {
        await using var server = await ServiceAsync(() => 200);
        using var connector = Connector(server, TimeProvider.System);

        var call = async () => await connector.InvokeAsync(new InvokeArgs("Trade", "", "Pong"), CancellationToken.None);

        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        (error.Code, error.InDoubt).Should().Be((ConnectorErrorCode.MethodNotFound, false));
        error.Message.Should().Contain("GetRemains");
    }

    [TestMethod]
    public async Task Calls_go_to_the_address_of_the_settings_and_not_to_that_of_the_WSDL()
    {
        await using var server = await ServiceAsync(() => 200);
        using var connector = Connector(server, TimeProvider.System);
        using var root = new SoapConnector(SoapSettingsTests.Settings($"{{'baseAddress':'{server.Address}','wsdl':'{server.Address}gate?wsdl'}}"));

        await PingAsync(connector);
        await PingAsync(root);

        server.Seen.Where(seen => seen.Verb == "POST").Select(seen => seen.Target).Should().Equal("/gate", "/trade/ws/TerminalGate");
    }

    [TestMethod]
    public async Task Imports_go_to_the_same_host_only()
    {
        await using var stranger = await TestServer.TextAsync("<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>", "text/xml");
        var wsdl = Wsdl.Replace("  <types>", $"  <import namespace='urn:x' location='{stranger.Address}x.wsdl'/><import namespace='urn:y' location='/parts/y.wsdl'/><types>", StringComparison.Ordinal);
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync(context.Request.Method == "POST" ? Pong : context.Request.Path == "/parts/y.wsdl" ? "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>" : wsdl));
        using var connector = Connector(server, TimeProvider.System);

        var report = await connector.CheckAsync(CancellationToken.None);

        report.Problems.Should().ContainSingle().Which.Code.Should().Be("IMPORT_NOT_FOLLOWED");
        report.IsOk.Should().BeTrue();
        stranger.Seen.Should().BeEmpty();
        server.Seen.Select(seen => seen.Target).Should().Equal("/gate?wsdl", "/parts/y.wsdl");
    }

    [TestMethod]
    public async Task An_import_from_a_host_of_the_settings_is_followed()
    {
        await using var friend = await TestServer.TextAsync("<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>", "text/xml");
        var wsdl = Wsdl.Replace("  <types>", $"  <import namespace='urn:x' location='{friend.Address}x.wsdl'/><types>", StringComparison.Ordinal);
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync(wsdl));
        using var connector = new SoapConnector(SoapSettingsTests.Settings($"{{'baseAddress':'{server.Address}gate','wsdl':'?wsdl','allowedHosts':['{friend.Authority}']}}"));

        var report = await connector.CheckAsync(CancellationToken.None);

        report.Problems.Should().BeEmpty();
        friend.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Two_devices_with_one_request_id_are_told_apart()
    {
        await using var server = await ServiceAsync(() => 200);
        using var connector = new SoapConnector(SoapSettingsTests.Settings($"{{'baseAddress':'{server.Address}gate','operations':[{{'operation':'Ping','safety':'Keyed'}}]}}"));

        foreach (var device in new[] { "tsd-1", "tsd-2", "tsd-1" })
        {
            await connector.InvokeAsync(new InvokeArgs("s", "", "Ping") { RequestId = "17", Caller = new InvokeCaller(CallOrigin.Device) { DeviceId = device } }, CancellationToken.None);
        }

        var ids = server.Seen.Where(seen => seen.Verb == "POST").Select(seen => seen.Headers["X-Request-Id"]).ToList();
        ids[0].Should().Be(ids[2]).And.NotBe(ids[1]).And.NotBe("17");
    }

    [TestMethod]
    [DataRow("<s:Fault><faultcode>s:Client</faultcode><faultstring>Bad user anna/s3cr3t-value t0ken-value inner-value</faultstring><detail><pwd>s3cr3t-value</pwd></detail></s:Fault>", DisplayName = "in a fault")]
    [DataRow("<PingResponse xmlns='urn:demo:gate'><return>s3cr3t-value", DisplayName = "in an answer that is broken")]
    public async Task A_secret_that_the_service_repeats_is_not_passed_on(string body)
    {
        await using var server = await TestServer.TextAsync($"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>{body}</s:Body></s:Envelope>", "text/xml", 500);
        using var connector = new SoapConnector(SoapSettingsTests.Settings($"{{'baseAddress':'{server.Address}gate','auth':{{'type':'basic','user':'anna','password':'s3cr3t-value'}},'soapHeaders':[{{'name':'Token','value':'t0ken-value'}},{{'xml':'<a><b>inner-value</b></a>'}}]}}"));

        var call = () => PingAsync(connector);

        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        $"{error.Message} {error.MessageRu} {error.Detail}".Should().Contain("***").And.NotContain("s3cr3t-value").And.NotContain("t0ken-value").And.NotContain("inner-value");
    }

    private static SoapConnector Connector(TestServer server, TimeProvider clock, int retries = 2) =>
        new(SoapSettingsTests.Settings($"{{'baseAddress':'{server.Address}gate','wsdl':'?wsdl','retry':{{'count':{retries}}}}}"), null, clock);

    private static async Task<object?> PingAsync(SoapConnector connector) => (await connector.InvokeAsync(new InvokeArgs("s", "", "Ping"), CancellationToken.None)).Value;

    private static int Fetches(TestServer server) => server.Seen.Count(seen => seen.Verb == "GET");

    private static Task<TestServer> ServiceAsync(Func<int> wsdlStatus) => TestServer.StartAsync(context =>
    {
        var isCall = context.Request.Method == "POST";
        context.Response.StatusCode = isCall ? 200 : wsdlStatus();
        context.Response.ContentType = "text/xml; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(isCall ? Pong : Wsdl)).AsTask();
    });
}
