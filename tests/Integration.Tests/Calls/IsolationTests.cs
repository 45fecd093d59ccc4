namespace Integration.Tests.Calls;

/// <summary>A connector all of whose places hang starves only itself, and gets them back when its methods end.</summary>
[TestClass]
public sealed class IsolationTests
{
    private const int Places = 20;

    [TestMethod]
    [DataRow("HangBlocking")]
    [DataRow("HangBeforeAwait")]
    [DataRow("HangAfterAwait")]
    [DataRow("HangBlockingAfterAwait")]
    public async Task Twenty_hung_calls_keep_their_places_until_they_end_and_another_connector_answers(string method)
    {
        await using var server = await StartAsync();

        var calls = Enumerable.Range(0, Places).Select(_ => server.Client.InvokeAsync("Hung", $$"""{"method":"{{method}}"}""")).ToList();
        var timedOut = await Task.WhenAll(calls);
        var refused = await server.Client.InvokeAsync("Hung", """{"method":"Ping"}""");
        var other = await server.Client.InvokeAsync("Other", """{"method":"EchoBlocking","args":["here"]}""");
        var awaiting = await server.Client.InvokeAsync("Other", """{"method":"Echo","args":["there"]}""");
        var held = await server.Client.RunningAsync("Hung");

        timedOut.Select(answer => answer.Code).Should().AllBe("Timeout");
        timedOut.Select(answer => answer.Json.GetProperty("error").GetProperty("inDoubt").GetBoolean()).Should().AllBeEquivalentTo(true);
        refused.Status.Should().Be(429, refused.Text);
        refused.Code.Should().Be("Busy");
        other.Value.GetString().Should().Be("here");
        awaiting.Value.GetString().Should().Be("there");
        held.Should().Be(Places);
        await ShouldRecoverAsync(server);
    }

    private static Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = $$"""
            { "connectors": [
                { "id": "Hung", "type": "Hanging", "gate": {{Places}}, "queue": 0, "timeout": "00:00:01", "breaker": { "failures": 0 } },
                { "id": "Release", "type": "Release" },
                { "id": "Other", "type": "Good" } ] }
            """,
        Plugins = [Built.Plugin("Hanging"), Built.Plugin("Good")],
    });

    private static async Task ShouldRecoverAsync(ServerProcess server)
    {
        await server.Client.InvokeAsync("Release", """{"method":"LetGo"}""");

        (await Eventually.BecomesAsync(() => server.Client.RunningAsync("Hung"), running => running == 0)).Should().Be(0);
        (await server.Client.InvokeAsync("Hung", """{"method":"Ping"}""")).Value.GetString().Should().Be("pong");
    }
}
