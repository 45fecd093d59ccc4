using Emulators.Faults;

namespace Integration.Tests.Transport;

/// <summary>The guard in the built server: what its environment says of proxies changes nothing, and an argument leads nowhere.</summary>
[TestClass]
public sealed class GuardOverHttpTests
{
    [TestMethod]
    public async Task Proxies_of_the_environment_are_not_used()
    {
        await using var canary = await FaultProxy.StartAsync(Fault.None);
        await using var backend = await FaultProxy.StartAsync(Fault.None);
        await using var server = await StartAsync(backend, canary.Address);

        var answer = await server.Client.InvokeAsync("Erp", """{"method":"Get","args":{"item":"7"}}""");

        answer.Status.Should().Be(200, answer.Text);
        backend.Requests.Should().ContainSingle();
        canary.Connections.Should().Be(0);
    }

    [TestMethod]
    [DataRow("http://127.0.0.1:{0}/")]
    [DataRow("//127.0.0.1:{0}/")]
    [DataRow("@127.0.0.1:{0}")]
    [DataRow("..%2F..%2Fx")]
    [DataRow("x?u=http://127.0.0.1:{0}/#")]
    public async Task An_argument_leads_nowhere_but_to_the_base_address(string item)
    {
        await using var canary = await FaultProxy.StartAsync(Fault.None);
        await using var backend = await FaultProxy.StartAsync(Fault.None);
        await using var server = await StartAsync(backend, null);
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, item, canary.Address.Port);

        var answer = await server.Client.InvokeAsync("Erp", $$"""{ "method": "Get", "args": { "item": "{{written}}" } }""");

        answer.Status.Should().Be(200, answer.Text);
        backend.Requests.Should().ContainSingle().Which.Path.Should().Be("/items/" + Uri.EscapeDataString(written));
        canary.Connections.Should().Be(0);
    }

    private static Task<ServerProcess> StartAsync(FaultProxy backend, Uri? proxy) => ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = $$"""{ "connectors": [{ "id": "Erp", "type": "Rest", "settings": { "baseAddress": "{{backend.Address}}", "templates": [{ "method": "Get", "path": "/items/{item}" }] } }] }""",
        Variables = proxy is null ? new Dictionary<string, string>() : new[] { "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy" }.ToDictionary(name => name, _ => proxy.ToString()),
    });
}
