using System.Net;
using Cleverence.Connectivity;
using Connectors.Transport;

namespace Unit.Tests.Transport;

/// <summary>A name of the settings may resolve to anything its owner likes; what it resolves to is checked when connecting.</summary>
[TestClass]
public sealed class GuardNamesTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("127.0.0.1")]
    [DataRow("127.0.0.53")]
    [DataRow("::1")]
    [DataRow("0.0.0.0")]
    [DataRow("0.1.2.3")]
    [DataRow("::")]
    [DataRow("::ffff:127.0.0.1")]
    [DataRow("::127.0.0.1")]
    [DataRow("64:ff9b::7f00:1")]
    [DataRow("2002:7f00:1::")]
    [DataRow("169.254.169.254")]
    [DataRow("::ffff:169.254.169.254")]
    [DataRow("fe80::1")]
    [DataRow("fd00:ec2::254")]
    [DataRow("100.100.100.200")]
    [DataRow("224.0.0.1")]
    [DataRow("255.255.255.255")]
    [DataRow("ff02::1")]
    [DataRow("168.63.129.16")]
    [DataRow("192.0.0.192")]
    [DataRow("::ffff:0:169.254.169.254")]
    [DataRow("::ffff:0:127.0.0.1")]
    [DataRow("64:ff9b:1::a9fe:a9fe")]
    [DataRow("64:ff9b:1:7f00:0:100::")]
    public async Task A_name_that_resolves_to_what_no_name_should_is_refused(string address)
    {
        await using var canary = new Canary();
        using var transport = Transport(canary.Port, [], _ => [IPAddress.Parse(address)]);

        var error = await ErrorAsync(transport);

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Failed, Reason = "ADDRESS_REFUSED", InDoubt = false });
        error.Message.Should().Contain("erp.test");
        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    [DataRow("192.0.2.1")]
    [DataRow("10.255.255.1")]
    public async Task A_name_that_is_bound_anew_to_this_machine_is_refused_the_second_time(string first)
    {
        await using var canary = new Canary();
        var asked = 0;
        using var transport = Transport(canary.Port, [], _ => [IPAddress.Parse(asked++ == 0 ? first : "127.0.0.1")]);

        var before = await ErrorAsync(transport);
        var after = await ErrorAsync(transport);

        before.Code.Should().Be(ConnectorErrorCode.Unavailable);
        after.Reason.Should().Be("ADDRESS_REFUSED");
        asked.Should().Be(2);
        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    [DataRow("10.0.0.1")]
    [DataRow("192.168.1.1")]
    [DataRow("172.16.0.1")]
    [DataRow("fd12::1")]
    public async Task A_name_of_the_internet_cannot_move_into_the_inner_network(string inner)
    {
        var asked = 0;
        using var transport = Transport(9, [], _ => [IPAddress.Parse(asked++ == 0 ? "192.0.2.1" : inner)]);

        await ErrorAsync(transport);
        var after = await ErrorAsync(transport);

        after.Reason.Should().Be("ADDRESS_REFUSED");
    }

    [TestMethod]
    [DataRow("127.0.1.1", "127.0.1.1")]
    [DataRow("::ffff:127.0.1.1", "127.0.1.1")]
    [DataRow("169.254.169.254", "169.254.169.254")]
    public async Task The_advice_names_the_number_that_has_to_be_allowed_and_is_not_cut_off(string address, string number)
    {
        string[] hosts = [.. Enumerable.Range(0, 9).Select(at => $"a-rather-long-name-of-a-host-{at}.warehouse.example:8080")];
        using var transport = Transport(9, hosts, _ => [IPAddress.Parse(address)]);

        var error = await ErrorAsync(transport);

        error.Message.Should().EndWith($"add {number} to allowedHosts.").And.Contain("erp.test").And.Subject.Length.Should().BeLessThanOrEqualTo(200);
        error.MessageRu.Should().EndWith($"добавьте {number} в allowedHosts.").And.Subject.Length.Should().BeLessThanOrEqualTo(200);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_name_that_moves_inside_is_followed_where_the_settings_name_the_number(bool withOther)
    {
        await using var server = await TestServer.JsonAsync("{}");
        var asked = 0;
        IPAddress[] inside = withOther ? [IPAddress.Parse("10.255.255.1"), IPAddress.Loopback] : [IPAddress.Loopback];
        using var transport = Transport(server.Address.Port, ["127.0.0.1"], _ => asked++ == 0 ? [IPAddress.Parse("192.0.2.1")] : inside);

        await ErrorAsync(transport);
        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Of_several_addresses_only_those_that_fit_are_tried()
    {
        await using var canary = new Canary();
        using var transport = Transport(canary.Port, [], _ => [IPAddress.Loopback, IPAddress.Parse("192.0.2.1"), IPAddress.IPv6Loopback]);

        var error = await ErrorAsync(transport);

        error.Code.Should().Be(ConnectorErrorCode.Unavailable);
        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    public async Task What_a_name_resolves_to_is_reached_where_the_settings_allow_that_number()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = Transport(server.Address.Port, ["127.0.0.1"], _ => [IPAddress.Loopback]);

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_connection_goes_to_the_address_that_was_checked()
    {
        await using var server = await TestServer.JsonAsync("{}");
        var asked = 0;
        using var transport = Transport(server.Address.Port, ["127.0.0.1"], _ =>
        {
            asked++;
            return [IPAddress.Loopback];
        });

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        asked.Should().Be(1);
    }

    private static RestTransport Transport(int port, string[] allowed, Func<string, IPAddress[]> resolve) =>
        new(new(new Uri($"http://erp.test:{port}")) { AllowedHosts = allowed, ConnectTimeout = TimeSpan.FromMilliseconds(300) }, null, null, (host, _) => Task.FromResult(resolve(host)));

    private async Task<ConnectorError> ErrorAsync(RestTransport transport)
    {
        var call = () => transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
