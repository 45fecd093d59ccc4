using Emulators.Faults;

namespace Integration.Tests.Transport;

/// <summary>A dead or hanging system is not called again and again: after three failed calls its breaker opens.</summary>
[TestClass]
public sealed class BreakerTests
{
    private const int Failures = 3;

    [TestMethod]
    [DataRow(Fault.Refuse, "Unavailable")]
    [DataRow(Fault.BlackHole, "Unavailable")]
    [DataRow(Fault.Silent, "Timeout")]
    [DataRow(Fault.Slow, "Timeout")]
    [DataRow(Fault.Reset, "Unavailable")]
    [DataRow(Fault.Half, "Unavailable")]
    [DataRow(Fault.Unavailable503, "Unavailable")]
    [DataRow(Fault.ExpiredTls, "Unavailable")]
    public async Task After_three_failed_calls_the_next_is_answered_at_once_and_reaches_nobody(Fault fault, string code)
    {
        await using var dead = await FaultProxy.StartAsync(fault);
        await using var alive = await FaultProxy.StartAsync(Fault.None);
        await using var server = await StartAsync(dead, alive);

        var failed = new List<string?>();
        for (var call = 0; call < Failures; call++) failed.Add((await server.Client.InvokeAsync("Dead", """{"method":"Move"}""")).Code);
        var connections = dead.Connections;
        var started = TimeProvider.System.GetTimestamp();
        var fourth = await server.Client.InvokeAsync("Dead", """{"method":"Move"}""");
        var took = TimeProvider.System.GetElapsedTime(started);
        var neighbour = await server.Client.InvokeAsync("Alive", """{"method":"Move"}""");

        failed.Should().Equal(code, code, code);
        fourth.Code.Should().Be("Unavailable");
        fourth.Message.Should().Contain("pause");
        fourth.Json.GetProperty("error").GetProperty("inDoubt").GetBoolean().Should().BeFalse();
        took.Should().BeLessThan(TimeSpan.FromMilliseconds(500));
        dead.Connections.Should().Be(connections);
        neighbour.Status.Should().Be(200, neighbour.Text);
    }

    private static Task<ServerProcess> StartAsync(FaultProxy dead, FaultProxy alive) => ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = $$"""{ "connectors": [{{Entry("Dead", dead)}}, {{Entry("Alive", alive)}}] }""",
    });

    private static string Entry(string id, FaultProxy proxy) => $$"""
        { "id": "{{id}}", "type": "Rest", "settings": { "baseAddress": "{{proxy.Address}}", "timeout": "00:00:01", "connectTimeout": "00:00:00.5",
          "templates": [{ "method": "Move", "verb": "POST", "path": "/move" }] } }
        """;
}
