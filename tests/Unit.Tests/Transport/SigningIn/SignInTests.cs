using System.Text;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class SignInTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Basic_is_written_in_utf8()
    {
        var seen = await SendAsync(new AuthOptions(AuthKind.Basic) { Name = "Иванов Иван", Secret = "пароль:1" });

        seen.Headers["Authorization"].Should().Be("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("Иванов Иван:пароль:1")));
    }

    [TestMethod]
    public async Task Bearer_is_sent_as_it_is()
    {
        var seen = await SendAsync(new AuthOptions(AuthKind.Bearer) { Secret = "t0ken==" });

        seen.Headers["Authorization"].Should().Be("Bearer t0ken==");
    }

    [TestMethod]
    public async Task A_key_goes_into_its_header()
    {
        var seen = await SendAsync(new AuthOptions(AuthKind.KeyInHeader) { Name = "X-Api-Key", Secret = "k 1" });

        seen.Headers["X-Api-Key"].Should().Be("k 1");
    }

    [TestMethod]
    [DataRow("/a", "/a?api%20key=k%261")]
    [DataRow("/a?b=1", "/a?b=1&api%20key=k%261")]
    public async Task A_key_goes_into_the_query_escaped(string address, string target)
    {
        var seen = await SendAsync(new AuthOptions(AuthKind.KeyInQuery) { Name = "api key", Secret = "k&1" }, new("GET", address));

        seen.Target.Should().Be(target);
    }

    [TestMethod]
    public async Task A_header_of_the_request_replaces_the_sign_in()
    {
        var seen = await SendAsync(new AuthOptions(AuthKind.Basic) { Name = "a", Secret = "b" }, new("GET", "/") { Headers = new Dictionary<string, string> { ["Authorization"] = "Own x" } });

        seen.Headers["Authorization"].Should().Be("Own x");
    }

    [TestMethod]
    public async Task Without_sign_in_nothing_is_sent()
    {
        var seen = await SendAsync(AuthOptions.None);

        seen.Headers.Should().NotContainKey("Authorization");
    }

    [TestMethod]
    public async Task An_allowed_host_beside_the_base_address_gets_no_credentials()
    {
        await using var other = await TestServer.JsonAsync("{}");
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { AllowedHosts = [other.Authority], Auth = new AuthOptions(AuthKind.Bearer) { Secret = "t0ken" } });

        await transport.SendAsync(new("GET", other.Address.ToString()), TestContext.CancellationToken);

        other.Seen.Should().ContainSingle().Which.Headers.Should().NotContainKey("Authorization");
    }

    private async Task<SeenRequest> SendAsync(AuthOptions auth, TransportRequest? request = null)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address) { Auth = auth });
        await transport.SendAsync(request ?? new("GET", "/"), TestContext.CancellationToken);
        return server.Seen[0];
    }
}
