using System.Diagnostics;
using Connectors.Transport;

namespace Unit.Tests.Transport;

[TestClass]
public sealed class TracingTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task The_trace_of_the_call_goes_along()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));
        using var activity = new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();

        await transport.SendAsync(new("GET", "/"), TestContext.CancellationToken);

        server.Seen[0].Headers["traceparent"].Should().Contain(activity.TraceId.ToHexString());
    }

    [TestMethod]
    [DataRow("c-17", "c-17")]
    [DataRow("код 7", "%D0%BA%D0%BE%D0%B4%207")]
    [DataRow("a\r\nX-Admin: 1", "a%0D%0AX-Admin%3A%201")]
    public async Task The_id_under_which_logs_speak_of_the_call_goes_along(string id, string sent)
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var transport = new RestTransport(new(server.Address));

        await transport.SendAsync(new("GET", "/") { CorrelationId = id }, TestContext.CancellationToken);

        server.Seen[0].Headers["X-Correlation-Id"].Should().Be(sent);
        server.Seen[0].Headers.Should().NotContainKey("X-Admin");
    }
}
