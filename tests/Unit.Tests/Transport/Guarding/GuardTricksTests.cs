using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;

namespace Unit.Tests.Transport;

/// <summary>Every way known to us of writing another address into a request; a canary listens where they lead.</summary>
[TestClass]
public sealed class GuardTricksTests
{
    private const string Refused = "ADDRESS_REFUSED";
    private const string Malformed = "REQUEST_REFUSED";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("http://127.0.0.1:{0}/", Refused, DisplayName = "plain address in an argument")]
    [DataRow("HTTP://127.0.0.1:{0}/", Refused, DisplayName = "scheme in capitals")]
    [DataRow("http://2130706433:{0}/", Refused, DisplayName = "decimal")]
    [DataRow("http://0x7f000001:{0}/", Refused, DisplayName = "hexadecimal")]
    [DataRow("http://0x7f.0x0.0x0.0x1:{0}/", Refused, DisplayName = "hexadecimal parts")]
    [DataRow("http://0177.0.0.1:{0}/", Refused, DisplayName = "octal part")]
    [DataRow("http://017700000001:{0}/", Refused, DisplayName = "octal")]
    [DataRow("http://127.1:{0}/", Refused, DisplayName = "two parts")]
    [DataRow("http://127.0.1:{0}/", Refused, DisplayName = "three parts")]
    [DataRow("http://0:{0}/", Refused, DisplayName = "zero")]
    [DataRow("http://0.0.0.0:{0}/", Refused, DisplayName = "unspecified")]
    [DataRow("http://[::]:{0}/", Refused, DisplayName = "unspecified IPv6")]
    [DataRow("http://[::1]:{0}/", Refused, DisplayName = "loopback IPv6")]
    [DataRow("http://[0:0:0:0:0:0:0:1]:{0}/", Refused, DisplayName = "loopback IPv6 in full")]
    [DataRow("http://[::1%25lo]:{0}/", Refused, DisplayName = "loopback IPv6 with a zone")]
    [DataRow("http://[::ffff:127.0.0.1]:{0}/", Refused, DisplayName = "mapped IPv6")]
    [DataRow("http://[::ffff:7f00:1]:{0}/", Refused, DisplayName = "mapped IPv6 in hexadecimal")]
    [DataRow("http://[::127.0.0.1]:{0}/", Refused, DisplayName = "compatible IPv6")]
    [DataRow("http://[64:ff9b::7f00:1]:{0}/", Refused, DisplayName = "translated IPv6")]
    [DataRow("http://[2002:7f00:1::]:{0}/", Refused, DisplayName = "6to4")]
    [DataRow("http://localhost:{0}/", Refused, DisplayName = "localhost")]
    [DataRow("http://LocalHost:{0}/", Refused, DisplayName = "localhost in mixed case")]
    [DataRow("http://localhost.:{0}/", Refused, DisplayName = "localhost with a dot")]
    [DataRow("http://a.localhost:{0}/", Refused, DisplayName = "below localhost")]
    [DataRow("http://127.0.0.1.:{0}/", Refused, DisplayName = "number with a dot")]
    [DataRow("http://１２７.０.０.１:{0}/", Refused, DisplayName = "full-width digits")]
    [DataRow("http://①②⑦.⓪.⓪.①:{0}/", Refused, DisplayName = "circled digits")]
    [DataRow("http://127。0。0。1:{0}/", Refused, DisplayName = "ideographic full stops")]
    [DataRow("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{0}/", Refused, DisplayName = "circled letters")]
    [DataRow("http://%31%32%37.0.0.1:{0}/", Malformed, DisplayName = "encoded digits")]
    [DataRow("http://127%2e0%2e0%2e1:{0}/", Malformed, DisplayName = "encoded dots")]
    [DataRow("http://127.0.0.1:{1}@127.0.0.1:{0}/", Malformed, DisplayName = "allowed address as the user")]
    [DataRow("http://user:word@127.0.0.1:{0}/", Malformed, DisplayName = "user and password")]
    [DataRow("http://127.0.0.1:{1}%40127.0.0.1:{0}/", Malformed, DisplayName = "encoded at sign")]
    [DataRow("http://127.0.0.1:{1}\\@127.0.0.1:{0}/", Malformed, DisplayName = "backslash before the at sign")]
    [DataRow("http:\\\\127.0.0.1:{0}/", Malformed, DisplayName = "backslashes for slashes")]
    [DataRow("\\\\127.0.0.1:{0}/", Malformed, DisplayName = "backslashes before a host")]
    [DataRow("http://127.0.0.1:{1}/ http://127.0.0.1:{0}/", Malformed, DisplayName = "two addresses")]
    [DataRow("ht\ttp://127.0.0.1:{0}/", Malformed, DisplayName = "tab within the scheme")]
    [DataRow("\nhttp://127.0.0.1:{0}/", Malformed, DisplayName = "line break before the scheme")]
    [DataRow(" http://127.0.0.1:{0}/", Malformed, DisplayName = "space before the scheme")]
    [DataRow("/a HTTP/1.1\r\nHost: 127.0.0.1:{0}\r\n\r\nGET /b", Malformed, DisplayName = "line break within the path")]
    [DataRow("http://127.0.0.1:0{0}/", Refused, DisplayName = "zero before the port")]
    [DataRow("http://127.0.0.1:99999{0}/", Malformed, DisplayName = "port out of range")]
    [DataRow("http://169.254.169.254/latest/meta-data", Refused, DisplayName = "metadata of a cloud")]
    [DataRow("http://[fe80::1%25eth0]:{0}/", Refused, DisplayName = "link-local IPv6 with a zone")]
    [DataRow("https://127.0.0.1:{0}/", Refused, DisplayName = "another scheme")]
    [DataRow("http://127.0.0.1:{1}.evil.test:{0}/", Malformed, DisplayName = "allowed address as a subdomain")]
    public async Task A_trick_is_refused_before_anything_is_touched(string address, string reason)
    {
        await using var canary = new Canary();
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        var call = () => transport.SendAsync(new("GET", Written(address, canary, server)), TestContext.CancellationToken);

        var error = (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
        error.Reason.Should().Be(reason);
        error.InDoubt.Should().BeFalse();
        server.Seen.Should().BeEmpty();
        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    [DataRow("//127.0.0.1:{0}/x", DisplayName = "address without a scheme")]
    [DataRow("///127.0.0.1:{0}/x", DisplayName = "three slashes")]
    [DataRow("@127.0.0.1:{0}/x", DisplayName = "at sign first")]
    [DataRow(":{0}/x", DisplayName = "port first")]
    [DataRow(".127.0.0.1:{0}/x", DisplayName = "dot first")]
    [DataRow("http:/127.0.0.1:{0}/x", DisplayName = "one slash")]
    [DataRow("http:127.0.0.1:{0}/x", DisplayName = "no slash")]
    [DataRow("/../../x?u=http://127.0.0.1:{0}/", DisplayName = "address in the query")]
    [DataRow("x?u=http://127.0.0.1:{0}/", DisplayName = "address in the query of a bare path")]
    [DataRow("http://127.0.0.1:{1}/x#@127.0.0.1:{0}/", DisplayName = "at sign after the fragment")]
    [DataRow("http://127.0.0.1:{1}/x?@127.0.0.1:{0}/", DisplayName = "at sign after the query")]
    [DataRow("file:///127.0.0.1:{0}/x", DisplayName = "a file")]
    [DataRow("gopher://127.0.0.1:{0}/x", DisplayName = "another protocol")]
    public async Task A_trick_that_is_a_path_stays_at_the_base_address(string address)
    {
        await using var canary = new Canary();
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        await transport.SendAsync(new("GET", Written(address, canary, server)), TestContext.CancellationToken);

        server.Seen.Should().ContainSingle();
        canary.Touched.Should().Be(0);
    }

    [TestMethod]
    [DataRow("[fd00::1]:8080", "http://[fd00::1:8080]/", false)]
    [DataRow("[fd00::1]:8080", "http://[fd00::1:8080]:8080/", false)]
    [DataRow("[fd00::1]:8080", "http://[fd00::1]/", false)]
    [DataRow("[fd00::1]:8080", "http://[fd00::1]:8080/", true)]
    [DataRow("fd00::1:90", "http://[fd00::1]:90/", false)]
    [DataRow("fd00::1:90", "http://[fd00::1:90]:17/", true)]
    [DataRow("FD00:0::1", "http://[fd00::1]:17/", true)]
    [DataRow("files.local:8080", "http://files.local/", false)]
    [DataRow("files.local", "http://FILES.local:17/", true)]
    public void The_colons_of_an_address_are_not_taken_for_that_of_a_port(string allowed, string address, bool passes)
    {
        var problems = new SettingsProblems();
        var options = HttpSettingsReader.Read(new HttpSettings { BaseAddress = "http://erp.local", AllowedHosts = { allowed } }, problems);

        problems.All.Should().BeEmpty();
        new AllowedTargets(options).Allows(new Uri(address)).Should().Be(passes);
    }

    [TestMethod]
    [DataRow("http://[fd00::1]:8080", "http://[fd00::1:8080]/", false)]
    [DataRow("http://[fd00::1]:8080", "http://[fd00::1]:8080/", true)]
    public void A_base_address_of_colons_allows_itself_only(string baseAddress, string address, bool passes) =>
        new AllowedTargets(new(new Uri(baseAddress))).Allows(new Uri(address)).Should().Be(passes);

    [TestMethod]
    [DataRow("Host", "127.0.0.1:1")]
    [DataRow("host", "127.0.0.1:1")]
    [DataRow("Connection", "X-Key")]
    [DataRow("Transfer-Encoding", "chunked")]
    [DataRow("Content-Length", "0")]
    [DataRow("Proxy-Authorization", "Basic eDp5")]
    [DataRow("X-Site", "1\r\nHost: 127.0.0.1:1")]
    [DataRow("X-Site\r\nHost", "127.0.0.1:1")]
    [DataRow("X-Site", "1\nX-Admin: yes")]
    [DataRow("X-Site", "имя")]
    public async Task A_header_that_would_change_the_road_or_the_frame_of_a_request_is_refused(string name, string value)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        var call = () => transport.SendAsync(new("POST", "/") { Headers = new Dictionary<string, string> { [name] = value } }, TestContext.CancellationToken);

        (await call.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.InvalidArguments, Reason = Malformed, InDoubt = false });
        server.Seen.Should().BeEmpty();
    }

    private static string Written(string address, Canary canary, TestServer server) => string.Format(CultureInfo.InvariantCulture, address, canary.Port, server.Address.Port);
}
