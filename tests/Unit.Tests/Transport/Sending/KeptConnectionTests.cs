using Cleverence.Connectivity;
using Connectors.Transport;
using Emulators.Faults;

namespace Unit.Tests.Transport;

/// <summary>A connection that is closed in order before an answer: the handler repeats by itself what has no content.</summary>
[TestClass]
public sealed class KeptConnectionTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("POST")]
    [DataRow("PUT")]
    [DataRow("DELETE")]
    [DataRow("PURGE")]
    public async Task A_change_is_not_sent_again_where_a_kept_connection_turns_out_closed(string verb)
    {
        await using var proxy = await StartAsync();
        using var transport = new RestTransport(new(proxy.Address));
        await transport.SendAsync(new("GET", "/warm"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, verb);

        error.Should().BeEquivalentTo(new { Reason = "CONNECTION_LOST", InDoubt = true, Retryable = false });
        Sent(proxy, verb).Should().Be(1);
        proxy.Connections.Should().Be(1);
    }

    [TestMethod]
    public async Task A_read_on_a_kept_connection_that_turns_out_closed_is_sent_on_a_new_one_and_then_told()
    {
        await using var proxy = await StartAsync();
        using var transport = new RestTransport(new(proxy.Address));
        await transport.SendAsync(new("GET", "/warm"), TestContext.CancellationToken);

        var error = await ErrorAsync(transport, "GET");

        error.Should().BeEquivalentTo(new { Reason = "CONNECTION_LOST", InDoubt = false, Retryable = true });
        Sent(proxy, "GET").Should().Be(2);
        proxy.Connections.Should().Be(2);
    }

    [TestMethod]
    [DataRow("GET", 0, 1)]
    [DataRow("GET", 2, 3)]
    [DataRow("HEAD", 1, 2)]
    public async Task A_read_on_new_connections_is_sent_as_often_as_the_settings_say(string verb, int repeats, int sent)
    {
        await using var proxy = await StartAsync();
        using var transport = new RestTransport(new(proxy.Address) { Retry = new(repeats, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1)) });

        var error = await ErrorAsync(transport, verb);

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Unavailable, Reason = "CONNECTION_LOST", InDoubt = false, Retryable = true });
        Sent(proxy, verb).Should().Be(sent);
    }

    private static Task<FaultProxy> StartAsync() => FaultProxy.StartAsync(Fault.Closed, new FaultProxyOptions { When = request => request.Path != "/warm" });

    private static int Sent(FaultProxy proxy, string verb) => proxy.Requests.Count(request => request.Verb == verb && request.Path == "/cold");

    private async Task<ConnectorError> ErrorAsync(RestTransport transport, string verb)
    {
        var call = () => transport.SendAsync(new(verb, "/cold"), TestContext.CancellationToken);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }
}
